package org.waypost.modules;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A module that is installed.
 *
 * @param name its symbolic name, such as {@code org.waypost.categorizer}
 * @param state of the bundle: {@code ACTIVE}, {@code RESOLVED}, {@code INSTALLED}, ...
 * @param since when it was installed or last replaced
 * @param checksum the SHA-256 of its jar in hexadecimal; empty if the jar cannot be read
 * @param original what it took the place of; empty while it is the one the server was built with
 * @param platform whether mail pauses or connections end when it is replaced, which therefore must be asked for expressly
 * @param problems why it does not do its work, as sentences
 */
public record Module(String name, String version, String state, Instant since, String checksum, Optional<Original> original,
        boolean platform, List<String> problems) {
    public Module {
        Objects.requireNonNull(name);
        Objects.requireNonNull(version);
        Objects.requireNonNull(state);
        Objects.requireNonNull(since);
        Objects.requireNonNull(checksum);
        Objects.requireNonNull(original);
        problems = List.copyOf(problems);
    }

    /** What the server was built with. */
    public record Original(String version, String checksum) {
        public Original {
            Objects.requireNonNull(version);
            Objects.requireNonNull(checksum);
        }
    }
}
