package org.waypost.transport.mina.connection;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.session.IoSession;

/**
 * What waits to be sent. Writes are gathered and given to the socket together; few are under way at once,
 * so that a slow peer makes the next ones larger instead of more. Used in the mailbox, except
 * {@link #sent}.
 */
final class Outbox {
    private static final int MAX_UNDER_WAY = 4;
    private static final int HIGH_WATER = 256 * 1024;

    private final IoSession session;
    private final ArrayDeque<ByteBuffer> queued = new ArrayDeque<>(4);
    private final ArrayDeque<Waiter> waiters = new ArrayDeque<>(1);
    private int queuedBytes;
    private long totalBytes;
    /** While not null: what was written since {@link #hold}. */
    private ArrayDeque<ByteBuffer> heldBack;

    /** Guarded by itself: sizes of the writes the socket has not taken yet. */
    private final ArrayDeque<Integer> underWay = new ArrayDeque<>(4);
    private long sentBytes;
    private boolean watched;

    Outbox(IoSession session) {
        this.session = session;
    }

    void add(ByteBuffer bytes) {
        if (!bytes.hasRemaining()) {
            return;
        }
        totalBytes += bytes.remaining();
        if (heldBack == null) {
            enqueue(bytes);
        } else {
            heldBack.add(bytes);
        }
    }

    /** Completes with true when all that was added before is at the socket. */
    CompletionStage<Boolean> flush() {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        if (isEmpty()) {
            done.complete(true);
        } else {
            waiters.add(new Waiter(totalBytes, done));
        }
        return done.minimalCompletionStage();
    }

    /**
     * Gives to the socket what may be given now, and tells those who waited for what it took before.
     *
     * @return whether someone was told, who may have written more or asked for input
     */
    boolean send() {
        if (queuedBytes > 0 && begin(queuedBytes)) {
            session.write(gather());
        }
        return !waiters.isEmpty() && tellWaiters();
    }

    /** Keeps back what is written from now on. */
    void hold() {
        heldBack = new ArrayDeque<>();
    }

    void release() {
        if (heldBack != null) {
            heldBack.forEach(this::enqueue);
            heldBack = null;
        }
    }

    /** The peer takes too little: no more input is to be worked on until it does. */
    boolean isFull() {
        synchronized (underWay) {
            boolean full = totalBytes - sentBytes > HIGH_WATER;
            watched |= full;
            return full;
        }
    }

    /** Whether the socket took all; if not, {@link #sent} tells when there is news. */
    boolean isEmpty() {
        synchronized (underWay) {
            boolean empty = totalBytes == sentBytes;
            watched |= !empty;
            return empty;
        }
    }

    /** Whether the socket took all but what is held back. */
    boolean isSentButHeld() {
        synchronized (underWay) {
            watched |= !underWay.isEmpty();
            return underWay.isEmpty() && queued.isEmpty();
        }
    }

    boolean hasWaiters() {
        return !waiters.isEmpty();
    }

    /**
     * The socket took the oldest write. Called by an I/O thread.
     *
     * @return whether the mailbox wants to know
     */
    boolean sent() {
        synchronized (underWay) {
            Integer size = underWay.poll();
            if (size != null) {
                sentBytes += size;
            }
            boolean wanted = watched;
            watched = false;
            return wanted;
        }
    }

    /** The connection is gone. */
    void fail() {
        List<Waiter> late = new ArrayList<>(waiters);
        waiters.clear();
        queued.clear();
        heldBack = null;
        queuedBytes = 0;
        late.forEach(waiter -> waiter.done.complete(false));
    }

    private void enqueue(ByteBuffer bytes) {
        queued.add(bytes);
        queuedBytes += bytes.remaining();
    }

    private boolean begin(int size) {
        synchronized (underWay) {
            boolean free = underWay.size() < MAX_UNDER_WAY;
            if (free) {
                underWay.add(size);
            }
            watched |= !free;
            return free;
        }
    }

    private IoBuffer gather() {
        ByteBuffer all = queued.poll();
        if (!queued.isEmpty()) {
            ByteBuffer joined = ByteBuffer.allocate(queuedBytes);
            for (ByteBuffer bytes = all; bytes != null; bytes = queued.poll()) {
                joined.put(bytes);
            }
            all = joined.flip();
        }
        queuedBytes = 0;
        return IoBuffer.wrap(all);
    }

    private boolean tellWaiters() {
        long taken;
        synchronized (underWay) {
            taken = sentBytes;
            watched = true;
        }
        boolean told = false;
        while (!waiters.isEmpty() && waiters.peek().mark <= taken) {
            waiters.poll().done.complete(true);
            told = true;
        }
        return told;
    }

    private record Waiter(long mark, CompletableFuture<Boolean> done) {}
}
