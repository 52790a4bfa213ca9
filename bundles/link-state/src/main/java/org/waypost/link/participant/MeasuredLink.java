package org.waypost.link.participant;

import java.time.Instant;
import java.util.Optional;
import org.waypost.linkstate.LinkStateStatus;
import org.waypost.topology.Connector;

/** One of this server's links, as it measures it: up until proved otherwise by several tries. */
final class MeasuredLink {
    private static final int MAX_REASON = 200;

    /** Unknown until the first greeting: a server that starts says nothing of a link that it has not tried. */
    enum State {
        UNKNOWN,
        UP,
        TRYING,
        DOWN
    }

    final Damping damping = new Damping();
    private Connector connector;
    private State state = State.UNKNOWN;
    private String reason = "";
    private int failures;
    private Instant since;
    private Instant next;
    private Instant answer = Instant.MIN;
    private Instant reported = Instant.MIN;

    MeasuredLink(Connector connector, Instant now) {
        this.connector = connector;
        since = now;
        next = now;
    }

    Connector connector() {
        return connector;
    }

    void connector(Connector now) {
        connector = now;
    }

    State state() {
        return state;
    }

    String reason() {
        return reason;
    }

    /** Whether it is time for the next greeting and none is under way. */
    boolean isDue(Instant now) {
        return !now.isBefore(next) && !now.isBefore(answer);
    }

    /** News for the neighbour: greeted as soon as no greeting is under way. A link that does not answer is not hurried. */
    void hurry(Instant now) {
        if (state == State.UP || state == State.UNKNOWN) {
            next = next.isBefore(now) ? next : now;
        }
    }

    /** @param giveUp when an answer is not waited for any more */
    void greeting(Instant following, Instant giveUp) {
        next = following;
        answer = giveUp;
    }

    void answered() {
        answer = Instant.MIN;
    }

    /** @return whether that is a change */
    boolean reached(Instant now, Instant probe) {
        next = state == State.UP && next.isBefore(probe) ? next : probe;
        failures = 0;
        reason = "";
        return change(State.UP, now);
    }

    /** A delivery failed: that counts once, the tries that decide are greetings. */
    void failed(String why, Instant now, Instant retry) {
        if (state == State.UP || state == State.UNKNOWN) {
            failures = 0;
            tried(why, now, State.TRYING, retry);
        }
    }

    /** A greeting failed. @return whether the link is down now and was not before */
    boolean greetingFailed(String why, int retries, Instant now, Instant retry, Instant probe) {
        if (state == State.TRYING) {
            failures++;
        }
        boolean down = state == State.DOWN || state == State.TRYING && failures >= retries;
        return tried(why, now, down ? State.DOWN : State.TRYING, down ? probe : retry) && down;
    }

    /** Whether to tell the master of it again, if it has not heard yet. */
    boolean tells(Instant now, Instant again) {
        boolean due = !now.isBefore(reported);
        reported = due ? again : reported;
        return due;
    }

    void tellAnew() {
        reported = Instant.MIN;
    }

    /** @param known what others believe, for a link not tried yet */
    LinkStateStatus.Measured status(boolean known) {
        String name = state == State.UNKNOWN ? (known ? State.UP : State.DOWN).name() : state.name();
        return new LinkStateStatus.Measured(connector.name(), name, reason, since, Optional.of(next));
    }

    private boolean tried(String why, Instant now, State then, Instant following) {
        reason = why.length() > MAX_REASON ? why.substring(0, MAX_REASON) : why;
        next = following;
        return change(then, now);
    }

    private boolean change(State then, Instant now) {
        boolean changes = state != then;
        since = changes ? now : since;
        state = then;
        return changes;
    }
}
