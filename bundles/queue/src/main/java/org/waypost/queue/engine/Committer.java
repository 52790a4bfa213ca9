package org.waypost.queue.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.waypost.event.EventLog;
import org.waypost.service.Gate;
import org.waypost.spool.Change;
import org.waypost.spool.Spool;
import org.waypost.spool.Spool.Durability;

/**
 * Stores changes, synced, and keeps trying until they are stored: what was delivered is known here only
 * until then. Each unit is stored as a whole; units that are pending at the same time share one call, so
 * that they share one sync. When such a batch fails its units are tried one by one: a unit that needs
 * room on a full disk must not hold up those that make room.
 */
final class Committer {
    private static final int MAX_BATCH = 512;
    private static final int CONGESTED = 20_000;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private record Unit(List<Change> changes, Runnable stored) {}

    private final Gate<Spool> spool;
    private final Executor engine;
    private final EventLog events;
    private final ArrayDeque<Unit> pending = new ArrayDeque<>();
    private List<Unit> inFlight = List.of();
    private Instant notBefore = Instant.MIN;
    private int batchLimit = MAX_BATCH;
    private boolean inDoubt;

    Committer(Gate<Spool> spool, Executor engine, EventLog events) {
        this.spool = spool;
        this.engine = engine;
        this.events = events;
    }

    /** @param stored runs in the engine's thread once the changes are durable */
    void add(List<Change> changes, Runnable stored) {
        pending.add(new Unit(changes, stored));
    }

    /** So much is pending that no new work should be begun. */
    boolean isCongested() {
        return pending.size() > CONGESTED;
    }

    boolean isIdle() {
        return pending.isEmpty() && inFlight.isEmpty();
    }

    /** A spool came, the first or another one: no need to wait any longer. */
    void spoolCame() {
        notBefore = Instant.MIN;
    }

    /** What is not known to be stored, each unit's changes together. */
    List<List<Change>> unstored() {
        return Stream.concat(inFlight.stream(), pending.stream()).map(Unit::changes).toList();
    }

    /** Whether a spool left while it was storing: nobody knows whether it did. */
    boolean isInDoubt() {
        return inDoubt;
    }

    /** @return when to be called again at the latest */
    Instant turn(Instant now) {
        if (pending.isEmpty() || !inFlight.isEmpty() || !spool.isOpen()) {
            return Instant.MAX;
        }
        if (now.isBefore(notBefore)) {
            return notBefore;
        }
        List<Unit> batch = new ArrayList<>(Math.min(batchLimit, pending.size()));
        List<Change> changes = new ArrayList<>();
        while (batch.size() < batchLimit && !pending.isEmpty()) {
            Unit unit = pending.poll();
            batch.add(unit);
            changes.addAll(unit.changes());
        }
        inFlight = batch;
        spool.call(service -> service.apply(changes, Durability.SYNCED))
                .whenComplete((nothing, failure) -> engine.execute(() -> answered(batch, failure, now)));
        return Instant.MAX;
    }

    private void answered(List<Unit> batch, Throwable failure, Instant started) {
        inFlight = List.of();
        if (failure == null) {
            inDoubt = false;
            batchLimit = Math.min(MAX_BATCH, batchLimit * 2);
            batch.forEach(unit -> unit.stored().run());
        } else if (Failures.isAway(failure)) {
            inDoubt = true;
            putBack(batch);
            notBefore = started.plus(PAUSE);
        } else {
            failed(batch, failure, started);
        }
    }

    private void failed(List<Unit> batch, Throwable failure, Instant started) {
        if (batch.size() > 1) {
            putBack(batch);
        } else {
            events.report(QueueEvent.STORE_FAILED, Failures.text(failure), Failures.cause(failure));
            pending.addAll(batch);
            notBefore = started.plus(PAUSE);
        }
        batchLimit = 1;
    }

    private void putBack(List<Unit> batch) {
        for (int i = batch.size() - 1; i >= 0; i--) {
            pending.addFirst(batch.get(i));
        }
    }
}
