package org.waypost.eventlog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * One thread that does the writing, behind a bounded line. Nothing is dropped: when the line is full (the
 * disk stood still while {@value #LENGTH} entries came), or after {@link #close}, the caller writes its entry
 * itself, ahead of those in the line. Below that bound no caller waits.
 */
final class LineWriter implements AutoCloseable {
    private static final int LENGTH = 65_536;
    private static final int BATCH = 256;
    private static final Duration DRAIN = Duration.ofSeconds(4);
    private static final Runnable END = () -> { };

    private final BlockingQueue<Runnable> line;
    private final Runnable flush;
    private final Thread thread = new Thread(this::drain, "waypost-eventlog");
    private volatile boolean closed;

    LineWriter() {
        this(LENGTH, () -> { });
    }

    /** @param flush runs after each group of entries that were written */
    LineWriter(Runnable flush) {
        this(LENGTH, flush);
    }

    /** @param length of the line, 1 or more */
    LineWriter(int length, Runnable flush) {
        this.flush = flush;
        line = new ArrayBlockingQueue<>(length);
        thread.start();
    }

    /** @param entry writes itself */
    void write(Runnable entry) {
        if (closed || !line.offer(entry)) {
            run(entry);
            run(flush);
        }
    }

    private static void run(Runnable entry) {
        try {
            entry.run();
        } catch (RuntimeException e) {
            // The log itself failed on this entry: there is no better place to say so, and the next one may pass.
            System.err.println("Waypost event log: " + e);
        }
    }

    private void drain() {
        List<Runnable> batch = new ArrayList<>(BATCH);
        try {
            boolean ended = false;
            while (!ended) {
                batch.add(line.take());
                line.drainTo(batch, BATCH - 1);
                batch.forEach(LineWriter::run);
                run(flush);
                ended = batch.contains(END);
                batch.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes what is in the line, for at most 4 s. */
    @Override
    public void close() {
        closed = true;
        try {
            line.put(END);
            thread.join(DRAIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
        // A caller may have looked at "closed" just before it was set.
        for (Runnable late = line.poll(); late != null; late = line.poll()) {
            run(late);
        }
        run(flush);
    }
}
