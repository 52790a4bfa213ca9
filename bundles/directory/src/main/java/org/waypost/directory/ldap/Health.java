package org.waypost.directory.ldap;

import java.time.Duration;

/** Whether a server answers, and how long it is left alone when it does not. Guarded by itself. */
final class Health {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    /** As long as a server usually takes to start. */
    private static final int SHORT_PAUSES = 15;

    private final Duration longestPause;
    private State state = State.UNTRIED;
    private String reason = "";
    private String said = "";
    private Duration pause = FIRST_PAUSE;
    private int probes;

    enum State {
        UNTRIED,
        UP,
        DOWN
    }

    Health(Duration longestPause) {
        this.longestPause = longestPause;
    }

    /**
     * What a failure changed.
     *
     * @param fell whether it was not down before
     * @param news whether the cause is another than the last one that was said
     */
    record Fall(boolean fell, boolean news) {}

    synchronized Fall down(String cause) {
        Fall fall = new Fall(state != State.DOWN, !cause.equals(said));
        state = State.DOWN;
        reason = cause;
        said = cause;
        return fall;
    }

    /** @return whether it was said to be down */
    synchronized boolean up() {
        boolean news = !said.isEmpty();
        state = State.UP;
        reason = "";
        said = "";
        pause = FIRST_PAUSE;
        probes = 0;
        return news;
    }

    /** The pause before the next probe: short for the time of a start, then each twice the one before. */
    synchronized Duration nextPause() {
        Duration now = pause;
        if (++probes < SHORT_PAUSES) {
            return now;
        }
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(longestPause) > 0 ? longestPause : doubled;
        return now;
    }

    synchronized boolean isDown() {
        return state == State.DOWN;
    }

    synchronized State state() {
        return state;
    }

    synchronized String reason() {
        return reason;
    }
}
