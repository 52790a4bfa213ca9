package org.waypost.admin.shell.metabase;

import java.io.PrintStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.waypost.admin.MetabaseAdmin;

/** Takes changes in the metabase's thread and prints them in the shell's. A shell that cannot follow is told so. */
final class ChangePrinter {
    private static final int MAX_WAITING = 1000;

    private final BlockingQueue<MetabaseAdmin.Change> changes = new LinkedBlockingQueue<>(MAX_WAITING);
    private final AtomicLong lost = new AtomicLong();
    private final boolean json;
    private final PrintStream out;

    /** @param json whether each is a line of JSON */
    ChangePrinter(boolean json, PrintStream out) {
        this.json = json;
        this.out = out;
    }

    void changed(MetabaseAdmin.Change change) {
        if (!changes.offer(change)) {
            lost.incrementAndGet();
        }
    }

    /** Returns after so many changed keys, or when the thread is interrupted, as Ctrl-C does. */
    void print(int count) {
        try {
            for (int i = 0; i < count; i++) {
                MetabaseView.change(changes.take(), json, out);
                long missed = lost.getAndSet(0);
                if (missed > 0 && !json) {
                    out.println("(" + missed + " further changes came too fast to be shown)");
                }
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
