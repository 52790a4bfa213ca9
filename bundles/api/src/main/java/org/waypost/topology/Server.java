package org.waypost.topology;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * A server of the organization.
 *
 * @param id of its object in the directory
 * @param name its {@code cn}
 * @param dn for people
 * @param host a name or address at which its colleagues reach it
 * @param smtpPort 1 to 65535
 * @param linkStatePort where it takes members when it is master, 1 to 65535
 * @param keys of the certificates it may show, each the SHA-256 of a SubjectPublicKeyInfo in lower-case hex (RFC 6698
 *     2.1, "3 1 1"); empty if it has not joined
 */
public record Server(UUID id, String name, String dn, String host, int smtpPort, int linkStatePort, Set<String> keys) {
    public Server {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(dn);
        Objects.requireNonNull(host);
        keys = Set.copyOf(keys);
    }
}
