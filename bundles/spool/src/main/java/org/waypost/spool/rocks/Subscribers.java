package org.waypost.spool.rocks;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.waypost.event.EventLog;
import org.waypost.spool.Spool;
import org.waypost.spool.StoredMessage;

/** Those who want to know of accepted messages. Any thread. */
final class Subscribers {
    private record Subscriber(Consumer<List<StoredMessage>> accepted) {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    private final List<Subscriber> all = new CopyOnWriteArrayList<>();
    private final EventLog events;

    Subscribers(EventLog events) {
        this.events = events;
    }

    Spool.Subscription add(Consumer<List<StoredMessage>> accepted) {
        Subscriber subscriber = new Subscriber(accepted);
        all.add(subscriber);
        return () -> all.remove(subscriber);
    }

    void tell(List<StoredMessage> accepted) {
        if (accepted.isEmpty()) {
            return;
        }
        for (Subscriber subscriber : all) {
            try {
                subscriber.accepted().accept(accepted);
            } catch (RuntimeException e) {
                events.report(SpoolEvent.SUBSCRIBER_FAILED, e, e);
            }
        }
    }
}
