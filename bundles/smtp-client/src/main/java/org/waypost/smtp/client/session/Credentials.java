package org.waypost.smtp.client.session;

import java.util.Objects;

/** What to authenticate with. Never shown by {@link #toString}. */
public record Credentials(String user, String password) {
    public Credentials {
        Objects.requireNonNull(user);
        Objects.requireNonNull(password);
    }

    @Override
    public String toString() {
        return user;
    }
}
