package org.waypost.admin.core;

import java.util.LinkedHashMap;
import java.util.Map;
import org.waypost.event.EventViewer;
import org.waypost.event.EventViewer.Listener;
import org.waypost.event.EventViewer.Tail;

/** Tails of people, which outlive a replacement of the event log. Any thread. */
final class LiveTails {
    private record Live(EventViewer viewer, Tail tail) {}

    private final Map<Object, Listener> listeners = new LinkedHashMap<>();
    private final Map<Object, Live> open = new LinkedHashMap<>();

    synchronized Tail open(EventViewer viewer, Listener listener) {
        Object id = new Object();
        listeners.put(id, listener);
        begin(id, viewer);
        return () -> close(id);
    }

    synchronized void came(EventViewer viewer) {
        listeners.keySet().forEach(id -> begin(id, viewer));
    }

    synchronized void went(EventViewer viewer) {
        listeners.keySet().stream().filter(id -> open.containsKey(id) && open.get(id).viewer() == viewer).toList().forEach(this::end);
    }

    private synchronized void close(Object id) {
        listeners.remove(id);
        end(id);
    }

    private void begin(Object id, EventViewer viewer) {
        end(id);
        open.put(id, new Live(viewer, viewer.tail(listeners.get(id))));
    }

    private void end(Object id) {
        Live live = open.remove(id);
        if (live != null) {
            live.tail().close();
        }
    }
}
