package org.waypost.queue.engine;

import java.time.Instant;
import java.util.Optional;
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
    private final Holdings holdings = new Holdings(entry -> entry.isIn(this));
    private boolean frozen;
    private boolean disabled;
    private boolean closed;
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

    /** A job of the message comes in. */
    final void enter(QueuedEntry entry) {
        if (entry.enter(this)) {
            holdings.came(entry);
        }
    }

    /** A job of the message goes. */
    final void exit(QueuedEntry entry) {
        if (entry.exit(this)) {
            holdings.left(entry);
        }
    }

    /** A job's time has come. */
    void force(Job job) {
        putReady(job);
    }

    /** The next job, which is being worked on from now. Empty if none is ready or the queue is held. */
    final Optional<Job> take() {
        if (isHeld()) {
            return Optional.empty();
        }
        Optional<Job> job = ready.first();
        job.ifPresent(this::putWorking);
        return job;
    }

    final boolean hasReady() {
        return !isHeld() && !ready.isEmpty();
    }

    final int workingCount() {
        return working.size();
    }

    final boolean isWorkingOn(Job job) {
        return job.isIn(working);
    }

    /** Jobs in it. */
    final int size() {
        return ready.size() + waiting.size() + working.size();
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

    /**
     * @param freeze nothing leaves it
     * @param disable nor is it tried when an administrator asks for it
     * @param close as all that lead to other servers are
     */
    final void hold(boolean freeze, boolean disable, boolean close) {
        frozen = freeze;
        disabled = disable;
        closed = close;
    }

    /** Whether an administrator wants this one to keep what it has. */
    final boolean isHeldByName() {
        return frozen || disabled;
    }

    final boolean isDisabled() {
        return disabled || closed;
    }

    /** Whether an administrator lets nothing out of it. */
    final boolean isHeld() {
        return frozen || isDisabled();
    }

    /** Whether it leads to another server. */
    boolean isOutbound() {
        return false;
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
        if (isHeld()) {
            return heldState();
        }
        if (!working.isEmpty()) {
            return QueueState.ACTIVE;
        }
        return isWaiting(now) ? waitingState(now) : QueueState.READY;
    }

    /** What one of its jobs does or waits for. */
    final QueueState stateOf(Job job, Instant now) {
        if (isWorkingOn(job)) {
            return QueueState.ACTIVE;
        } else if (isHeld()) {
            return heldState();
        }
        return job.isIn(waiting) || !isReadyToGo(now) ? waitingState(now) : QueueState.READY;
    }

    /** What a job does that could be begun. */
    final QueueState idleState() {
        return isHeld() ? heldState() : QueueState.READY;
    }

    private QueueState heldState() {
        return isDisabled() ? QueueState.DISABLED : QueueState.FROZEN;
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
        return new QueueStatus(name, state(now), holdings.messages(), holdings.octets(), holdings.oldest(),
                isDisabled() ? Optional.empty() : nextRetry(now), active(), lastReason);
    }

    final Alarm alarm() {
        return alarm;
    }
}
