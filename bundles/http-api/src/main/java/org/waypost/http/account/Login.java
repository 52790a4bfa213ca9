package org.waypost.http.account;

import java.util.Optional;

/** Checks passwords. Any thread; may wait for other servers. */
@FunctionalInterface
public interface Login {
    /** Empty if user or password is wrong, or the user has no role here. */
    Optional<Account> login(String user, char[] password);
}
