package org.waypost.link.membership;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A value that others watch: told at once what it is, and then of each change, one call after the other, in the thread that
 * changed it. Of changes that come faster than a listener returns it may hear of the last only. Any thread.
 *
 * @param <T> never changes
 */
public final class Watchers<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Watchers.class);

    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private volatile T value;

    public Watchers(T value) {
        this.value = Objects.requireNonNull(value);
    }

    public T value() {
        return value;
    }

    /** Nobody is told of what is the same. To be called by one thread at a time. */
    public void value(T next) {
        if (!next.equals(value)) {
            value = next;
            subscriptions.forEach(Subscription::tell);
        }
    }

    public AutoCloseable watch(Consumer<T> listener) {
        Subscription subscription = new Subscription(listener);
        // Told before it is in the list, so that no other thread can be inside the listener while the caller holds locks of its own.
        subscription.tell();
        subscriptions.add(subscription);
        subscription.tell();
        return () -> subscriptions.remove(subscription);
    }

    private final class Subscription {
        private final Consumer<T> listener;
        private T told;

        Subscription(Consumer<T> listener) {
            this.listener = listener;
        }

        synchronized void tell() {
            T now = value;
            if (now == told) {
                return;
            }
            told = now;
            try {
                listener.accept(now);
            } catch (RuntimeException e) {
                LOG.error("A listener failed", e);
            }
        }
    }
}
