package org.waypost.settings;

import java.util.Objects;

/**
 * Whether what the directory has is in force at this server.
 *
 * @param reason a sentence; empty where nothing is to be said
 */
public record Standing(State state, String reason) {
    public static final Standing IN_FORCE = new Standing(State.IN_FORCE, "");

    public Standing {
        Objects.requireNonNull(state);
        Objects.requireNonNull(reason);
    }

    /** See {@link Standing}. */
    public enum State {
        IN_FORCE,
        /** This server has not taken it over yet. */
        PENDING,
        /** This server cannot take it over; what was in force before stays. */
        BROKEN,
        /** It is for another server, which takes it over by itself. */
        ELSEWHERE
    }
}
