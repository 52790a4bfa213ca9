package org.waypost.dns.update;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How updates are sent.
 *
 * @param server that all go to; empty: the primary server of each zone
 * @param keyFile read at each update; empty: updates are not signed
 * @param timeout for one answer, positive
 */
public record UpdateSettings(Optional<InetSocketAddress> server, Optional<Path> keyFile, Duration timeout) {
    public UpdateSettings {
        Objects.requireNonNull(server);
        Objects.requireNonNull(keyFile);
        Objects.requireNonNull(timeout);
    }
}
