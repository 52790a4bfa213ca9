package org.waypost.http.account;

import java.time.Instant;
import java.util.Objects;

/**
 * What a program shows instead of a password.
 *
 * @param id public
 * @param name what it is for
 * @param hash of the secret, which only the program has
 * @param maker the user who made it
 */
public record Token(String id, String name, Role role, String hash, String maker, Instant made) {
    public Token {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(role);
        Objects.requireNonNull(hash);
        Objects.requireNonNull(maker);
        Objects.requireNonNull(made);
    }
}
