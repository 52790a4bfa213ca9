package org.waypost.admin.shell.event;

import java.io.PrintStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.waypost.event.EventQuery;
import org.waypost.event.EventViewer;
import org.waypost.event.LoggedEvent;

/** Takes events in the event log's thread and prints them in the shell's. A shell that cannot follow is told so. */
final class EventPrinter implements EventViewer.Listener {
    private static final int MAX_WAITING = 1000;

    private final BlockingQueue<LoggedEvent> events = new LinkedBlockingQueue<>(MAX_WAITING);
    private final AtomicLong lost = new AtomicLong();
    private final EventQuery wanted;
    private final boolean json;
    private final PrintStream out;

    /** @param json whether each is a line of JSON */
    EventPrinter(EventQuery wanted, boolean json, PrintStream out) {
        this.wanted = wanted;
        this.json = json;
        this.out = out;
    }

    @Override
    public void logged(LoggedEvent event) {
        if (wanted.matches(event) && !events.offer(event)) {
            lost.incrementAndGet();
        }
    }

    @Override
    public void missed(long number) {
        lost.addAndGet(number);
    }

    /** Returns after so many events, or when the thread is interrupted, as Ctrl-C does. */
    void print(int count) {
        try {
            for (int i = 0; i < count; i++) {
                EventView.line(events.take(), json, out);
                long missed = lost.getAndSet(0);
                if (missed > 0 && !json) {
                    out.println("(" + missed + " further events came too fast to be shown)");
                }
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
