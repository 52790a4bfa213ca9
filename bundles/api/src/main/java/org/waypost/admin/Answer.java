package org.waypost.admin;

import java.util.Objects;

/** What a use case came to. */
public sealed interface Answer<T> {
    record Ok<T>(T value) implements Answer<T> {
        public Ok {
            Objects.requireNonNull(value);
        }
    }

    /** A full sentence: what could not be done, to which object, what to do. */
    record Refused<T>(String reason) implements Answer<T> {
        public Refused {
            Objects.requireNonNull(reason);
        }
    }
}
