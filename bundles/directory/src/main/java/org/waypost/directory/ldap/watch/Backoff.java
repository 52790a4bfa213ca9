package org.waypost.directory.ldap.watch;

/** How long to wait before the next attempt: half a second, then twice as long each time, at most half a minute. */
final class Backoff {
    private static final long FIRST_MILLIS = 500;
    private static final long LONGEST_MILLIS = 30_000;

    private long next = FIRST_MILLIS;

    long nextMillis() {
        long now = next;
        next = Math.min(2 * next, LONGEST_MILLIS);
        return now;
    }

    /** An attempt was of use. */
    void reset() {
        next = FIRST_MILLIS;
    }
}
