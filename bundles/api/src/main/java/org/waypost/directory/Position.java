package org.waypost.directory;

import java.util.Objects;

/**
 * How far somebody has followed the changes of one server.
 *
 * @param server whose: its invocation id, or URL where it has none
 * @param method by which it was obtained
 * @param cookie as the server or method gave it, as text
 */
public record Position(String server, String method, String cookie) {
    public Position {
        Objects.requireNonNull(server);
        Objects.requireNonNull(method);
        Objects.requireNonNull(cookie);
    }
}
