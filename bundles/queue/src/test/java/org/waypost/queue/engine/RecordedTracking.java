package org.waypost.queue.engine;

import java.util.ArrayList;
import java.util.List;
import org.waypost.mail.MessageId;
import org.waypost.tracking.Tracking;
import org.waypost.tracking.TrackingEvent;
import org.waypost.tracking.TrackingKind;

/** What was tracked. */
final class RecordedTracking implements Tracking {
    private final List<TrackingEvent> events = new ArrayList<>();
    private boolean on = true;

    @Override
    public void record(TrackingEvent event) {
        events.add(event);
    }

    @Override
    public boolean isOn() {
        return on;
    }

    void off() {
        on = false;
    }

    List<TrackingEvent> events() {
        return events;
    }

    List<TrackingKind> kinds(MessageId message) {
        return events.stream().filter(event -> event.message().equals(message)).map(TrackingEvent::kind).toList();
    }

    /** The only one of its kind. */
    TrackingEvent only(TrackingKind kind) {
        List<TrackingEvent> found = events.stream().filter(event -> event.kind() == kind).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " events " + kind + " in " + events);
        }
        return found.get(0);
    }
}
