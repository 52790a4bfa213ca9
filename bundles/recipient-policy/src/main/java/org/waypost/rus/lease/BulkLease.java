package org.waypost.rus.lease;

import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.directory.WriteResult;

/**
 * The lease as its holder has it. Its epoch goes from k to k+1 only when nothing is under way any more that began
 * before k was written; so whoever sees k and waits for k+2 finds written whatever was decided before. Any thread.
 */
public final class BulkLease {
    /** How long after its last renewal was sent a holder trusts in it, by its own time. */
    static final Duration FENCE = Duration.ofSeconds(10);
    static final Duration RENEWAL = Duration.ofSeconds(2);

    private final LeaseEntry entry;
    private final LeaseWatch watch;
    private final String name;
    private final Timer timer;
    /** How many tickets of each epoch are out. */
    private final TreeMap<Long, Integer> out = new TreeMap<>();
    private Optional<Lease> held = Optional.empty();
    private long tenure;
    private Duration sent = Duration.ZERO;
    private boolean ending;
    private boolean due;
    private boolean writing;

    /** Leave to give addresses on one's own authority, from before the first search to after the write. */
    public final class Ticket implements AutoCloseable {
        private final long tenure;
        private final long epoch;

        private Ticket(long tenure, long epoch) {
            this.tenure = tenure;
            this.epoch = epoch;
        }

        /** Whether what was decided may be written now. */
        public boolean isValid() {
            return isHeld(tenure);
        }

        /** When the write is done, or will not be. Once. */
        @Override
        public void close() {
            synchronized (BulkLease.this) {
                out.computeIfPresent(epoch, (any, count) -> count == 1 ? null : count - 1);
            }
            work();
        }
    }

    /** @param name of this instance among all: stays when it is started again */
    public BulkLease(Container container, LeaseWatch watch, String name, Timer timer) {
        this.entry = new LeaseEntry(container);
        this.watch = watch;
        this.name = name;
        this.timer = timer;
    }

    /** Completes when it is taken, which waits for another holder to end, or with false if the directory refuses it. */
    public CompletionStage<Boolean> take() {
        return watch.free().thenCompose(free -> {
            Lease mine = free.heldBy(name);
            Duration now = timer.now();
            return entry.change(free, mine).thenCompose(result -> {
                if (result instanceof WriteResult.Done) {
                    begin(mine, now);
                }
                return result instanceof WriteResult.Done || result instanceof WriteResult.Refused
                        ? CompletableFuture.completedStage(result instanceof WriteResult.Done)
                        : timer.after(LeaseWatch.LOOK).thenCompose(later -> take());
            });
        });
    }

    /** Empty while it is not held for sure. */
    public synchronized Optional<Ticket> begin() {
        if (ending || !isHeld(tenure)) {
            return Optional.empty();
        }
        long epoch = held.orElseThrow().epoch();
        out.merge(epoch, 1, Integer::sum);
        return Optional.of(new Ticket(tenure, epoch));
    }

    /** Gives out no more tickets, and releases it when the last one has come back. */
    public void release() {
        synchronized (this) {
            ending = true;
        }
        work();
    }

    private void begin(Lease mine, Duration when) {
        synchronized (this) {
            held = Optional.of(mine);
            tenure = mine.epoch();
            sent = when;
            ending = false;
            due = false;
        }
        renewLater(mine.epoch());
    }

    private void renewLater(long now) {
        timer.after(RENEWAL).thenRun(() -> {
            synchronized (this) {
                if (held.isEmpty() || tenure != now) {
                    return;
                }
                due = true;
            }
            work();
            renewLater(now);
        });
    }

    private synchronized boolean isHeld(long during) {
        return held.isPresent() && tenure == during && timer.now().minus(sent).compareTo(FENCE) < 0;
    }

    /** Writes what is to be written, if it may be. */
    private void work() {
        Lease before;
        Lease after;
        synchronized (this) {
            if (held.isEmpty() || writing) {
                return;
            }
            before = held.get();
            if (ending && out.isEmpty()) {
                after = before.released();
            } else if (due && (out.isEmpty() || out.firstKey() >= before.epoch())) {
                after = before.heldBy(name);
            } else {
                return;
            }
            writing = true;
            due = false;
        }
        Duration now = timer.now();
        entry.change(before, after).whenComplete((result, failure) -> {
            boolean done = result instanceof WriteResult.Done;
            synchronized (this) {
                writing = false;
                if (done && !after.isFree()) {
                    held = Optional.of(after);
                    sent = now;
                } else if (done || !(result instanceof WriteResult.Refused)) {
                    // Released or lost. Where nobody knows what became of the write, others will tell by its not changing.
                    held = Optional.empty();
                }
            }
            if (done) {
                work();
            }
        });
    }
}
