package org.waypost.metabase;

import java.util.List;
import java.util.Objects;

/** A property's value. */
public sealed interface Value {
    record Text(String text) implements Value {
        public Text {
            Objects.requireNonNull(text);
        }
    }

    /** A whole number. */
    record Number(long number) implements Value {}

    record Flag(boolean flag) implements Value {}

    /** Several texts, in order. */
    record Texts(List<String> texts) implements Value {
        public Texts {
            texts = List.copyOf(texts);
        }
    }

    /** A text that is kept out of exports, logs and displays. */
    record Secret(String secret) implements Value {
        public Secret {
            Objects.requireNonNull(secret);
        }

        @Override
        public String toString() {
            return "Secret[***]";
        }
    }
}
