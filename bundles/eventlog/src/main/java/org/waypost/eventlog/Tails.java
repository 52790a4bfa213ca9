package org.waypost.eventlog;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.waypost.event.EventViewer.Listener;
import org.waypost.event.EventViewer.Tail;
import org.waypost.event.LoggedEvent;

/** Those who follow the log, each with a thread and a bounded line of its own, so that none holds up another. Any thread. */
public final class Tails implements Output, AutoCloseable {
    private static final int LENGTH = 1_000;

    private final List<Following> all = new CopyOnWriteArrayList<>();

    public Tail open(Listener listener) {
        Following following = new Following(listener);
        all.add(following);
        following.thread.start();
        return () -> {
            all.remove(following);
            following.thread.interrupt();
        };
    }

    @Override
    public void logged(LoggedEvent event) {
        all.forEach(following -> following.offer(event));
    }

    @Override
    public void close() {
        all.forEach(following -> following.thread.interrupt());
        all.clear();
    }

    private static final class Following {
        private final BlockingQueue<LoggedEvent> line = new ArrayBlockingQueue<>(LENGTH);
        private final AtomicLong missed = new AtomicLong();
        private final Thread thread = new Thread(this::follow, "waypost-eventlog-tail");
        private final Listener listener;

        private Following(Listener listener) {
            this.listener = listener;
            thread.setDaemon(true);
        }

        private void offer(LoggedEvent event) {
            if (!line.offer(event)) {
                missed.incrementAndGet();
            }
        }

        private void follow() {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    listener.logged(line.take());
                    long lost = missed.getAndSet(0);
                    if (lost > 0) {
                        listener.missed(lost);
                    }
                }
            } catch (InterruptedException e) {
                // It is closed.
            }
        }
    }
}
