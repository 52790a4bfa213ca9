package org.waypost.spool.rocks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.waypost.spool.SpoolFullException;

/**
 * Commits that wait for the next write, bounded in octets. Those that accept nothing are let in beyond
 * the bound, since they make room. Any thread adds; one takes.
 */
final class PendingCommits {
    /** How long a commit that need not be synced waits for one that is. */
    private static final long LINGER = TimeUnit.MILLISECONDS.toNanos(3);
    /** One write takes about so many octets, which bounds how long the first of them waits for the last. */
    private static final long GROUP = 8 << 20;

    private final Deque<Commit> waiting = new ArrayDeque<>();
    private volatile long limit;
    private long octets;
    private int synced;
    private long lingerUntil;
    private boolean closed;

    PendingCommits(long limit) {
        this.limit = limit;
    }

    void limit(long newLimit) {
        limit = newLimit;
    }

    /** @throws SpoolFullException if too much waits already */
    synchronized void add(Commit commit) {
        if (octets + commit.octets() > limit && octets > 0 && commit.accepts()) {
            throw new SpoolFullException("more than " + (limit >> 20) + " MiB wait to be written to the spool");
        }
        if (waiting.isEmpty()) {
            lingerUntil = System.nanoTime() + LINGER;
        }
        waiting.add(commit);
        octets += commit.octets();
        synced += commit.synced() ? 1 : 0;
        if (waiting.size() == 1 || commit.synced() && synced == 1) {
            notifyAll();
        }
    }

    /**
     * Waits for commits.
     *
     * @return empty when closed and all are taken
     */
    synchronized List<Commit> take() throws InterruptedException {
        while (!closed && !ready()) {
            if (waiting.isEmpty()) {
                wait();
            } else {
                TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, lingerUntil - System.nanoTime()));
            }
        }
        List<Commit> group = new ArrayList<>();
        long taken = 0;
        while (!waiting.isEmpty() && taken < GROUP) {
            Commit next = waiting.poll();
            group.add(next);
            taken += next.octets();
            synced -= next.synced() ? 1 : 0;
        }
        octets -= taken;
        return group;
    }

    /** No more are added; those that wait are still taken. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    private boolean ready() {
        return synced > 0 || !waiting.isEmpty() && lingerUntil - System.nanoTime() <= 0;
    }
}
