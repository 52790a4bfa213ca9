package org.waypost.admin.core;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.waypost.delivery.Outcome;
import org.waypost.event.EventLog;
import org.waypost.event.EventType;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;

public final class RecordedEvents implements EventLog {
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final Semaphore reported = new Semaphore(0);

    record Event(EventType type, List<Object> parameters) {}

    public List<EventType> types() {
        return events.stream().map(Event::type).toList();
    }

    /** Whether there was one more, at last. */
    boolean await() throws InterruptedException {
        return reported.tryAcquire(30, TimeUnit.SECONDS);
    }

    List<Event> all() {
        return events;
    }

    @Override
    public void report(EventType type, Object... parameters) {
        events.add(new Event(type, List.of(parameters)));
        reported.release();
    }

    @Override
    public void outcome(Message message, Recipient recipient, String hop, Outcome outcome, Duration delay) {
        throw new AssertionError("no outcome is expected here");
    }
}
