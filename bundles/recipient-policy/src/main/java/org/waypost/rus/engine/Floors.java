package org.waypost.rus.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Up to where all numbers of an address are known to be taken, so that they are not tried again and again within a run. Any thread. */
final class Floors {
    private static final int MOST = 10_000;

    private final Map<List<String>, Integer> floors = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, Integer> eldest) {
            return size() > MOST;
        }
    };

    /** The lowest number that may be free. @param series its addresses in number 1 */
    synchronized int of(List<String> series) {
        return floors.getOrDefault(series, 1);
    }

    /** All from one number to before another are taken. Who asks from 2 on has tried 1, and so does everybody whose favourite it is. */
    synchronized void taken(List<String> series, int begin, int end) {
        floors.compute(series, (any, floor) -> floor == null ? (begin <= 2 ? end : 1) : begin <= floor ? Math.max(floor, end) : floor);
    }
}
