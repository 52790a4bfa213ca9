package org.waypost.queue.engine;

import java.time.Instant;
import java.util.Optional;
import org.waypost.queue.QueueState;
import org.waypost.routing.NextHop;

/**
 * What goes to one next hop. When the hop is down all its jobs wait together; the first delivery after
 * that goes alone, to find out whether the hop is back.
 */
final class LinkQueue extends JobQueue {
    private final NextHop hop;
    private int active;
    private int failures;
    private int round;
    private Instant retryAt = Instant.MIN;
    private boolean queuedForDispatch;

    LinkQueue(NextHop hop, Alarm alarm) {
        super(hop.queue(), QueueState.RETRY, alarm);
        this.hop = hop;
    }

    NextHop hop() {
        return hop;
    }

    /** @param limit deliveries at the same time */
    boolean canStart(Instant now, int limit) {
        return isReadyToGo(now) && hasReady() && active < (failures > 0 ? 1 : limit);
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
    boolean isReadyToGo(Instant now) {
        return super.isReadyToGo(now) && !now.isBefore(retryAt);
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
        retryAt = Instant.MIN;
        super.releaseAll();
    }

    @Override
    Optional<Instant> nextRetry(Instant now) {
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
