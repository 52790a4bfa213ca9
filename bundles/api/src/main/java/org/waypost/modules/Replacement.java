package org.waypost.modules;

import java.time.Instant;
import java.util.Objects;

/**
 * A replacement that has ended.
 *
 * @param number unique, 1 or more, rising
 * @param ended when
 * @param who asked for it
 * @param name of the module
 * @param fromChecksum SHA-256 in hexadecimal of what ran before
 * @param checksum SHA-256 in hexadecimal of what was put in its place
 * @param reason a sentence
 */
public record Replacement(long number, Instant ended, String who, String name, String fromVersion, String fromChecksum, String version,
        String checksum, Verdict verdict, String reason) {
    public Replacement {
        Objects.requireNonNull(ended);
        Objects.requireNonNull(who);
        Objects.requireNonNull(name);
        Objects.requireNonNull(fromVersion);
        Objects.requireNonNull(fromChecksum);
        Objects.requireNonNull(version);
        Objects.requireNonNull(checksum);
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(reason);
    }

    /** What became of it. */
    public enum Verdict {
        /** It was watched and is no worse than what ran before. */
        KEPT,
        /** It was worse, or did not start: what ran before runs again. */
        ROLLED_BACK,
        /** It was worse or did not start, and what ran before could not be put back either. */
        BROKEN,
        /** An administrator put an earlier jar back. */
        PUT_BACK,
        /** It was put in again when the server started, since the server had forgotten it. */
        RESTORED,
        /** It was given up when the server started: the server was built anew with another one, or it fits no more. */
        DROPPED
    }
}
