package org.waypost.smtp.server.session;

import java.util.Objects;

/**
 * What the client said first.
 *
 * @param name it gave itself
 * @param extended EHLO, not HELO
 */
public record Greeting(String name, boolean extended) {
    public Greeting {
        Objects.requireNonNull(name);
    }
}
