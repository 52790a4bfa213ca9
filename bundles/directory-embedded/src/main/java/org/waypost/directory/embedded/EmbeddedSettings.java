package org.waypost.directory.embedded;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How an embedded directory runs.
 *
 * @param address where it listens
 * @param port 1 to 65535, or 0 for any free one
 * @param folder its own, made if need be
 * @param passwordFile the administrator's password; made, readable by its owner only, if it is missing
 * @param organization an LDIF file that fills an empty directory
 * @param base the DN of the top entry; empty: that of the first entry of the organization
 */
public record EmbeddedSettings(InetAddress address, int port, Path folder, Path passwordFile, Optional<Path> organization,
        Optional<String> base) {
    public EmbeddedSettings {
        Objects.requireNonNull(address);
        Objects.requireNonNull(folder);
        Objects.requireNonNull(passwordFile);
        Objects.requireNonNull(organization);
        Objects.requireNonNull(base);
    }
}
