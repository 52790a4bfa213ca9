package org.waypost.settings;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A setting in a form.
 *
 * @param key names it among those of its kind; a setting of a component has the component's key
 * @param label a few words
 * @param help sentences: what it does, what is allowed, its default
 * @param most largest number, inclusive
 * @param options the only values allowed; empty for any
 * @param standard its value while none is set, as text; empty if there is none
 * @param many whether it may have several values
 * @param attributes of the directory that hold it, for people
 */
public record Field(String key, String label, String help, Type type, Optional<Long> least, Optional<Long> most, List<Option> options,
        String standard, boolean required, boolean many, List<String> attributes) {
    public Field {
        Objects.requireNonNull(key);
        Objects.requireNonNull(label);
        Objects.requireNonNull(help);
        Objects.requireNonNull(type);
        Objects.requireNonNull(least);
        Objects.requireNonNull(most);
        options = List.copyOf(options);
        Objects.requireNonNull(standard);
        attributes = List.copyOf(attributes);
    }

    /** What a value is. */
    public enum Type {
        TEXT,
        /** A whole number within bounds. */
        NUMBER,
        /** {@code true} or {@code false}. */
        FLAG,
        /** The DN of a server of the organization or one of its virtual servers. */
        SERVER,
        /** The DN of a routing group. */
        GROUP,
        /** The DN of a recipient. */
        SENDER
    }

    /** @param label for people, equal to the value where that is for people itself */
    public record Option(String value, String label) {
        public Option {
            Objects.requireNonNull(value);
            Objects.requireNonNull(label);
        }
    }

    /** The same with these options. */
    public Field with(List<Option> found) {
        return new Field(key, label, help, type, least, most, found, standard, required, many, attributes);
    }
}
