package org.waypost.admin;

import java.util.Objects;

/** What a use case came to. */
public sealed interface Answer<T> {
    record Ok<T>(T value) implements Answer<T> {
        public Ok {
            Objects.requireNonNull(value);
        }
    }

    /**
     * @param reason a full sentence: what could not be done, to which object, what to do
     * @param cause for programs, which read no sentences
     */
    record Refused<T>(String reason, Cause cause) implements Answer<T> {
        public Refused {
            Objects.requireNonNull(reason);
            Objects.requireNonNull(cause);
        }

        public Refused(String reason) {
            this(reason, Cause.NOT_POSSIBLE);
        }

        /** There is no object of that name or id. */
        public static <T> Refused<T> unknown(String reason) {
            return new Refused<>(reason, Cause.UNKNOWN);
        }

        /** The same as the answer of a question that needed this one. */
        public <R> Refused<R> forwarded() {
            return new Refused<>(reason, cause);
        }
    }

    /** Why something was refused. */
    enum Cause {
        /** There is no object of that name or id. */
        UNKNOWN,
        /** A service or a server that is needed is away, or did not answer in time. */
        AWAY,
        /** Anything else: it cannot be done as it was asked for, or not as things are. */
        NOT_POSSIBLE
    }
}
