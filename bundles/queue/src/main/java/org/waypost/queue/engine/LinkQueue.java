package org.waypost.queue.engine;

import java.time.Instant;
import java.util.Optional;
import org.waypost.queue.QueueState;
import org.waypost.routing.NextHop;
import org.waypost.topology.Schedule;

/**
 * What goes to one next hop. When the hop is down all its jobs wait together; the first delivery after
 * that goes alone, to find out whether the hop is back. Outside the hours of a connector nothing leaves, unless an
 * administrator has it tried: then all that is ready is, or until the hop turns out to be down.
 */
final class LinkQueue extends JobQueue {
    private NextHop hop;
    private int active;
    private int failures;
    private int round;
    private Instant retryAt = Instant.MIN;
    private boolean forced;
    private boolean queuedForDispatch;

    LinkQueue(NextHop hop, Alarm alarm) {
        super(hop.queue(), QueueState.RETRY, alarm);
        this.hop = hop;
    }

    NextHop hop() {
        return hop;
    }

    /** The same one as it is now: its hours may have changed. */
    void hop(NextHop newHop) {
        hop = newHop;
    }

    /** @param limit deliveries at the same time */
    boolean canStart(Instant now, int limit) {
        if (!hasReady()) {
            forced = false;
            return false;
        }
        if (isClosed(now)) {
            opening(now).ifPresent(alarm()::set);
        }
        return isReadyToGo(now) && active < (failures > 0 ? 1 : limit);
    }

    private boolean isClosed(Instant now) {
        return !forced && !schedule().isOpen(now);
    }

    /** When it opens by itself. */
    private Optional<Instant> opening(Instant now) {
        return schedule().next(now.isBefore(retryAt) ? retryAt : now);
    }

    private Schedule schedule() {
        return hop instanceof NextHop.Link link ? link.schedule() : Schedule.ALWAYS;
    }

    void started() {
        active++;
    }

    void ended() {
        active--;
    }

    /** Changes whenever something is learnt about the hop; see {@link #down}. */
    int round() {
        return round;
    }

    /**
     * A delivery could not reach the hop.
     *
     * @param sinceRound the round when that delivery began: if something was learnt since, its failure
     *     tells nothing new about the hop
     */
    void down(int sinceRound, Instant now, RetrySchedule schedule, String why) {
        if (sinceRound == round) {
            round++;
            failures++;
            forced = false;
            retryAt = now.plus(schedule.after(failures));
            reason(why);
            alarm().set(retryAt);
        }
    }

    /** A delivery reached the hop. */
    void up() {
        round++;
        failures = 0;
        retryAt = Instant.MIN;
    }

    Instant retryAt() {
        return retryAt;
    }

    boolean isUp() {
        return failures == 0;
    }

    @Override
    boolean isOutbound() {
        return !(hop instanceof NextHop.Local);
    }

    @Override
    boolean isReadyToGo(Instant now) {
        return super.isReadyToGo(now) && !now.isBefore(retryAt) && !isClosed(now);
    }

    @Override
    void release(Instant now) {
        super.release(now);
        if (now.isBefore(retryAt)) {
            alarm().set(retryAt);
        }
    }

    @Override
    void releaseAll() {
        force();
        super.releaseAll();
    }

    @Override
    void force(Job job) {
        force();
        super.force(job);
    }

    private void force() {
        retryAt = Instant.MIN;
        forced = true;
    }

    @Override
    QueueState waitingState(Instant now) {
        if (!isClosed(now)) {
            return super.waitingState(now);
        }
        return schedule().kind() == Schedule.Kind.REMOTE ? QueueState.REMOTE : QueueState.SCHEDULED;
    }

    @Override
    boolean isWaiting(Instant now) {
        return super.isWaiting(now) || isClosed(now) && !isEmpty();
    }

    @Override
    Optional<Instant> nextRetry(Instant now) {
        if (isClosed(now)) {
            return isEmpty() ? Optional.empty() : opening(now);
        }
        return now.isBefore(retryAt) ? Optional.of(retryAt) : super.nextRetry(now);
    }

    @Override
    int active() {
        return active;
    }

    /** True the first time until {@link #leftDispatch}. */
    boolean joinDispatch() {
        boolean first = !queuedForDispatch;
        queuedForDispatch = true;
        return first;
    }

    void leftDispatch() {
        queuedForDispatch = false;
    }
}
