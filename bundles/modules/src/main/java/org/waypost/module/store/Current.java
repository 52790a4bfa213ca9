package org.waypost.module.store;

import java.util.Objects;

/**
 * A module that runs in place of another.
 *
 * @param name of the module
 * @param checksum of the jar that should run
 * @param originalChecksum of the jar that the server was built with when the first replacement was made
 */
public record Current(String name, String version, String checksum, String originalVersion, String originalChecksum) {
    public Current {
        Objects.requireNonNull(name);
        Objects.requireNonNull(version);
        Objects.requireNonNull(checksum);
        Objects.requireNonNull(originalVersion);
        Objects.requireNonNull(originalChecksum);
    }
}
