package org.waypost.http.account;

import java.util.Optional;

/**
 * Who made a request.
 *
 * @param session the id of the session whose cookie it showed; empty if it showed a token
 */
public record Identity(Account account, Optional<String> session) {
    /** What a request that changes something must show, for a browser sends cookies whoever makes it ask. Empty for a token. */
    public Optional<String> csrf() {
        return session.map(Sessions::csrf);
    }

    /** @param shown or null */
    public boolean isMeant(String shown) {
        return csrf().map(csrf -> shown != null && Secrets.equal(csrf, shown)).orElse(true);
    }
}
