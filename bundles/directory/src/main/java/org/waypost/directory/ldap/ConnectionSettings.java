package org.waypost.directory.ldap;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a server is connected to.
 *
 * @param startTls whether TLS is begun on {@code ldap://} connections before anything else (RFC 4511 4.14)
 * @param trust PEM file of the certificates trusted instead of the JDK's; read at each connect
 * @param credentials with which to bind
 * @param connectTimeout for connecting and for each step of TLS and bind
 * @param requestTimeout for the answer to one request, or one entry of it
 */
public record ConnectionSettings(boolean startTls, Optional<Path> trust, Credentials credentials, Duration connectTimeout,
        Duration requestTimeout) {

    /** Proof of who we are. */
    public enum Mechanism {
        SIMPLE,
        PLAIN,
        DIGEST_MD5,
        CRAM_MD5,
        EXTERNAL
    }

    /**
     * @param name a DN, or the user name of a SASL mechanism; empty for none
     * @param passwordFile whose first line is the password; read at each connect
     */
    public record Credentials(Mechanism mechanism, String name, Optional<Path> passwordFile) {}
}
