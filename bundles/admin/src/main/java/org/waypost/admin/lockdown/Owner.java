package org.waypost.admin.lockdown;

import java.util.Objects;
import java.util.Optional;

/**
 * Who listens on a port.
 *
 * @param name short, such as {@code shell}
 * @param whose such as {@code shell (SSH)}
 * @param reach who should reach it
 * @param advice how it is closed, or kept to this machine, as a sentence
 * @param measure what does that; empty if this server cannot do it by itself
 * @param onlyNamed whether others may be using it, so that it is closed only if it is named
 */
public record Owner(String name, String whose, Reach reach, String advice, Optional<Measure> measure, boolean onlyNamed) {
    /** Who should reach a port. */
    public enum Reach {
        EVERYBODY,
        /** Better this machine alone. */
        MACHINE,
        NOBODY
    }

    public Owner {
        Objects.requireNonNull(name);
        Objects.requireNonNull(whose);
        Objects.requireNonNull(reach);
        Objects.requireNonNull(advice);
        Objects.requireNonNull(measure);
    }

    /** Nothing that this server could do by itself. */
    public Owner(String name, String whose, Reach reach, String advice) {
        this(name, whose, reach, advice, Optional.empty(), false);
    }

    /** Closed without being named. */
    public Owner(String name, String whose, Reach reach, String advice, Measure measure) {
        this(name, whose, reach, advice, Optional.of(measure), false);
    }
}
