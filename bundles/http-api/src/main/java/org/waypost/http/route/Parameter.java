package org.waypost.http.route;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A parameter of a route.
 *
 * @param least the smallest number, or the least characters of a text
 * @param most the largest number, or the most characters of a text (each, of a list)
 * @param choices the only values of a text; empty for any
 * @param secret whether its value must not be shown in events
 */
public record Parameter(String name, In in, Type type, boolean required, String description, long least, long most,
        List<String> choices, boolean secret) {
    private static final long LONGEST = 2000;

    public Parameter {
        Objects.requireNonNull(name);
        Objects.requireNonNull(in);
        Objects.requireNonNull(type);
        Objects.requireNonNull(description);
        choices = List.copyOf(choices);
    }

    /** Where it stands. */
    public enum In {
        PATH,
        QUERY,
        /** A member of the JSON object that is the body. */
        BODY
    }

    /** What it is. */
    public enum Type {
        TEXT,
        NUMBER,
        FLAG,
        /** At least one; in a query it is repeated. */
        TEXTS,
        /** An object whose members are texts, or lists of them, perhaps empty; in a body only. */
        FIELDS
    }

    public static Parameter path(String name, String description) {
        return new Parameter(name, In.PATH, Type.TEXT, true, description, 1, LONGEST, List.of(), false);
    }

    public static Parameter query(String name, String description) {
        return new Parameter(name, In.QUERY, Type.TEXT, false, description, 0, LONGEST, List.of(), false);
    }

    public static Parameter body(String name, String description) {
        return new Parameter(name, In.BODY, Type.TEXT, true, description, 1, LONGEST, List.of(), false);
    }

    public Parameter mandatory() {
        return new Parameter(name, in, type, true, description, least, most, choices, secret);
    }

    public Parameter optional() {
        return new Parameter(name, in, type, false, description, 0, most, choices, secret);
    }

    public Parameter hidden() {
        return new Parameter(name, in, type, required, description, least, most, choices, true);
    }

    public Parameter upTo(long characters) {
        return new Parameter(name, in, type, required, description, least, characters, choices, secret);
    }

    public Parameter number(long smallest, long largest) {
        return new Parameter(name, in, Type.NUMBER, required, description, smallest, largest, choices, secret);
    }

    public Parameter flag() {
        return new Parameter(name, in, Type.FLAG, required, description, 0, 0, choices, secret);
    }

    public Parameter texts() {
        return new Parameter(name, in, Type.TEXTS, required, description, 0, most, choices, secret);
    }

    public Parameter fields() {
        return new Parameter(name, in, Type.FIELDS, required, description, 0, most, choices, secret);
    }

    public Parameter oneOf(Enum<?>... values) {
        return new Parameter(name, in, type, required, description, least, most, Arrays.stream(values).map(Enum::name).toList(), secret);
    }

    /** What it must be, for a sentence. */
    String range() {
        if (!choices.isEmpty()) {
            return "must be one of " + String.join(", ", choices);
        }
        return switch (type) {
            case NUMBER -> "must be a whole number from " + least + " to " + most;
            case FLAG -> "must be true or false";
            case TEXT -> "must be a text of " + least + " to " + most + " characters";
            case FIELDS -> "must be an object whose members are texts of at most " + most + " characters, or lists of them";
            case TEXTS -> "must be one or more texts of at most " + most + " characters each";
        };
    }
}
