package org.waypost.modules;

import java.util.List;
import java.util.Objects;

/**
 * A replacement that is possible: the jar is staged and verified, and nothing that runs was changed.
 *
 * @param name of the module
 * @param fromChecksum SHA-256 in hexadecimal of what runs
 * @param checksum SHA-256 in hexadecimal of the staged jar; by it the replacement is begun
 * @param refreshed other modules that start anew with it, since they use its packages
 * @param platform as {@link Module#platform}
 */
public record Plan(String name, String fromVersion, String fromChecksum, String version, String checksum, List<String> refreshed,
        boolean platform) {
    public Plan {
        Objects.requireNonNull(name);
        Objects.requireNonNull(fromVersion);
        Objects.requireNonNull(fromChecksum);
        Objects.requireNonNull(version);
        Objects.requireNonNull(checksum);
        refreshed = List.copyOf(refreshed);
    }
}
