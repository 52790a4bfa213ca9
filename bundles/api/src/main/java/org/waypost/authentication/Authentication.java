package org.waypost.authentication;

import java.util.Set;

/** What a check came to. */
public sealed interface Authentication {
    /**
     * It is so.
     *
     * @param user the one name of the user for logs and limits
     * @param addresses those the user may send as, with lower-case domains
     */
    record Accepted(String user, Set<String> addresses) implements Authentication {
        public Accepted {
            addresses = Set.copyOf(addresses);
        }
    }

    /** No such user, a wrong password, an account that is closed: the client is not told which. */
    record Denied() implements Authentication {}

    /** Cannot be known now. */
    record Unavailable(String reason) implements Authentication {}
}
