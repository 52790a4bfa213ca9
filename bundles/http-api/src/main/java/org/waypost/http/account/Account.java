package org.waypost.http.account;

import java.util.Objects;

/** Somebody who is known. @param user the name he logged in with, or that of his token */
public record Account(String user, Role role) {
    public Account {
        Objects.requireNonNull(user);
        Objects.requireNonNull(role);
    }
}
