package org.waypost.queue.engine;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.waypost.queue.QueueState;
import org.waypost.queue.QueueStatus;

/**
 * A queue that people see. Its jobs are ready, wait for a time, or are being worked on (which includes
 * waiting for the spool to store the result).
 */
class JobQueue {
    private final String name;
    private final QueueState waitingState;
    private final Alarm alarm;
    private final JobList ready = new JobList();
    private final JobList working = new JobList();
    private final DueIndex waiting = new DueIndex();
    private boolean frozen;
    private String lastReason = "";

    /** @param waitingState what the queue is called when all its jobs wait for a time */
    JobQueue(String name, QueueState waitingState, Alarm alarm) {
        this.name = name;
        this.waitingState = waitingState;
        this.alarm = alarm;
    }

    final String name() {
        return name;
    }

    final void putReady(Job job) {
        job.moveTo(this, ready, Instant.EPOCH);
    }

    final void putWorking(Job job) {
        job.moveTo(this, working, Instant.EPOCH);
    }

    final void putWaiting(Job job, Instant due) {
        job.moveTo(this, waiting, due);
        alarm.set(due);
    }

    /** The next job, which is being worked on from now. Empty if none is ready or the queue is frozen. */
    final Optional<Job> take() {
        if (frozen) {
            return Optional.empty();
        }
        Optional<Job> job = ready.first();
        job.ifPresent(this::putWorking);
        return job;
    }

    final boolean hasReady() {
        return !frozen && !ready.isEmpty();
    }

    final int workingCount() {
        return working.size();
    }

    final boolean isWorkingOn(Job job) {
        return job.isIn(working);
    }

    final boolean isEmpty() {
        return ready.isEmpty() && waiting.isEmpty() && working.isEmpty();
    }

    /** Jobs whose time has come get ready; the alarm is set for the others. */
    void release(Instant now) {
        for (Optional<Job> job = waiting.passed(now); job.isPresent(); job = waiting.passed(now)) {
            putReady(job.get());
        }
        waiting.earliest().ifPresent(alarm::set);
    }

    /** Every time has come. */
    void releaseAll() {
        release(Instant.MAX);
    }

    final void freeze(boolean on) {
        frozen = on;
    }

    final boolean isFrozen() {
        return frozen;
    }

    final void reason(String text) {
        lastReason = text;
    }

    final String lastReason() {
        return lastReason;
    }

    final void forEach(Consumer<Job> action) {
        working.forEach(action);
        ready.forEach(action);
        waiting.forEach(action);
    }

    Optional<Instant> nextRetry(Instant now) {
        return waiting.earliest();
    }

    int active() {
        return working.size();
    }

    private QueueState state(Instant now) {
        if (frozen) {
            return QueueState.FROZEN;
        }
        if (!working.isEmpty()) {
            return QueueState.ACTIVE;
        }
        return isWaiting(now) ? waitingState(now) : QueueState.READY;
    }

    QueueState waitingState(Instant now) {
        return waitingState;
    }

    /** Whether all its jobs wait for a time. */
    boolean isWaiting(Instant now) {
        return nextRetry(now).isPresent() && !isReadyToGo(now);
    }

    boolean isReadyToGo(Instant now) {
        return !ready.isEmpty();
    }

    final QueueStatus status(Instant now) {
        Set<QueuedEntry> entries = new HashSet<>();
        forEach(job -> entries.add(job.entry()));
        long octets = entries.stream().mapToLong(entry -> entry.message().size()).sum();
        Optional<Instant> oldest = entries.stream().map(entry -> entry.message().arrived()).min(Instant::compareTo);
        return new QueueStatus(name, state(now), entries.size(), octets, oldest, nextRetry(now), active(), lastReason);
    }

    final Alarm alarm() {
        return alarm;
    }
}
