package org.waypost.smtp.server.authentication;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** A name and a password, which is wiped as soon as it is no longer needed. For one thread at a time. */
public final class Credentials {
    /** Characters of the longest name: a DN may be as long. */
    public static final int MAX_USER = 512;

    private final String user;
    private final char[] password;

    private Credentials(String user, char[] password) {
        this.user = user;
        this.password = password;
    }

    /**
     * Empty, with the password wiped, if the name cannot be one. A password without characters is none either: a
     * directory would take it for an anonymous bind and say yes (RFC 4513 5.1.2).
     *
     * @param password belongs to the credentials from now on
     */
    public static Optional<Credentials> of(String user, char[] password) {
        Objects.requireNonNull(user);
        if (isUser(user) && password.length > 0) {
            return Optional.of(new Credentials(user, password));
        }
        Arrays.fill(password, '\0');
        return Optional.empty();
    }

    /** Whether a text may be a user's name: something, not too long, and without control characters. */
    public static boolean isUser(String text) {
        return !text.isBlank() && text.length() <= MAX_USER && text.chars().noneMatch(Character::isISOControl);
    }

    public String user() {
        return user;
    }

    /** A copy, to be wiped by the caller. */
    char[] password() {
        return password.clone();
    }

    public void wipe() {
        Arrays.fill(password, '\0');
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "credentials of " + user;
    }
}
