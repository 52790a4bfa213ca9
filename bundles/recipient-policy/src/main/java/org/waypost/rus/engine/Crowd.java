package org.waypost.rus.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** How many stampings are under way and wait for no answer, so that more questions may come from them. About. Any thread. */
final class Crowd {
    private final AtomicInteger busy = new AtomicInteger();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** @param listener called whenever one is busy no more */
    void add(Runnable listener) {
        listeners.add(listener);
    }

    int busy() {
        return Math.max(0, busy.get());
    }

    /** One begins, or goes on. */
    void more() {
        busy.incrementAndGet();
    }

    /** One ends, or waits for an answer. */
    void less() {
        busy.decrementAndGet();
        listeners.forEach(Runnable::run);
    }
}
