package org.waypost.http.account;

import java.time.Instant;
import java.util.Objects;

/**
 * Somebody at a browser.
 *
 * @param hash of its id, which only the browser has
 * @param begun when he logged in
 * @param used when he last asked something
 */
record Session(String hash, Account account, Instant begun, Instant used) {
    Session {
        Objects.requireNonNull(hash);
        Objects.requireNonNull(account);
        Objects.requireNonNull(begun);
        Objects.requireNonNull(used);
    }

    Session usedAt(Instant time) {
        return new Session(hash, account, begun, time);
    }

    boolean isOver(Instant now, SessionLifetime lifetime) {
        return !now.isBefore(used.plus(lifetime.idle())) || !now.isBefore(begun.plus(lifetime.longest()));
    }
}
