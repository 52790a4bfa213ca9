package org.waypost.module.store;

import java.time.Duration;
import java.util.Objects;

/**
 * A replacement under way.
 *
 * @param number as in the history
 * @param who asked for it
 * @param fromChecksum of the jar that runs again if it is rolled back
 * @param watch how long it is watched once it is active
 * @param kind why
 * @param phase how far it is
 * @param reason why it failed, as a clause; empty while it has not
 * @param process the process that began it: another one cannot be at it any more
 * @param keeper who looks after it; another keeper leaves it alone
 */
public record Pending(long number, String who, String name, String fromVersion, String fromChecksum, String version, String checksum,
        Duration watch, Kind kind, Phase phase, String reason, String process, String keeper) {
    public Pending {
        Objects.requireNonNull(who);
        Objects.requireNonNull(name);
        Objects.requireNonNull(fromVersion);
        Objects.requireNonNull(fromChecksum);
        Objects.requireNonNull(version);
        Objects.requireNonNull(checksum);
        Objects.requireNonNull(watch);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(phase);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(process);
        Objects.requireNonNull(keeper);
    }

    /** The same, further on. */
    public Pending in(Phase newPhase, String newReason) {
        return new Pending(number, who, name, fromVersion, fromChecksum, version, checksum, watch, kind, newPhase, newReason, process,
                keeper);
    }

    /** The same, looked after by another. */
    public Pending keptBy(String newProcess, String newKeeper) {
        return new Pending(number, who, name, fromVersion, fromChecksum, version, checksum, watch, kind, phase, reason, newProcess,
                newKeeper);
    }

    /** Why it is done. */
    public enum Kind {
        /** An administrator gave a new jar. */
        REPLACE,
        /** An administrator asked for the jar before. */
        PUT_BACK,
        /** The server forgot what was replaced. */
        RESTORE
    }

    /** How far it is. */
    public enum Phase {
        /** Perhaps the new jar is in, perhaps not. */
        BEGUN,
        /** The new one works, and is watched. */
        ACTIVE,
        /** It is to be rolled back. */
        FAILED
    }
}
