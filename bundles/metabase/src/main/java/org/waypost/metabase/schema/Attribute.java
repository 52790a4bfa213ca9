package org.waypost.metabase.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.waypost.metabase.PropertySchema;
import org.waypost.metabase.Value;

/**
 * A property that some component reads.
 *
 * @param kind its type in a configuration
 */
public record Attribute(PropertySchema schema, Kind kind) {
    /** Types of configurations. */
    public enum Kind {
        TEXT("text", "a text"),
        INTEGER("number", "a whole number"),
        LONG("number", "a whole number"),
        FLAG("flag", "true or false"),
        TEXTS("texts", "texts");

        private final String type;
        private final String inWords;

        Kind(String type, String inWords) {
            this.type = type;
            this.inWords = inWords;
        }

        /** As {@link PropertySchema#type} has it. */
        public String type() {
            return type;
        }
    }

    public Attribute {
        Objects.requireNonNull(schema);
        Objects.requireNonNull(kind);
    }

    /** As a configuration wants it; empty if it cannot be that, or its range or options forbid it. */
    public Optional<Object> convert(Value value) {
        return switch (kind) {
            case TEXT -> scalar(value).filter(this::isOption).map(Object.class::cast);
            case TEXTS -> Optional.of(texts(value)).filter(texts -> texts.stream().allMatch(this::isOption))
                    .map(texts -> texts.toArray(new String[0]));
            case FLAG -> scalar(value).map(String::trim).filter(text -> text.equals("true") || text.equals("false"))
                    .map(Boolean::valueOf);
            case INTEGER -> number(value).filter(number -> number == number.intValue()).map(Long::intValue);
            case LONG -> number(value).map(Object.class::cast);
        };
    }

    /** What is allowed, in words. */
    public String allowed() {
        if (!schema.options().isEmpty()) {
            return "one of " + String.join(", ", schema.options());
        }
        Optional<String> from = schema.min().map(min -> " from " + min);
        Optional<String> to = schema.max().map(max -> (from.isPresent() ? " to " : " up to ") + max);
        return kind.inWords + from.orElse("") + to.orElse("");
    }

    private Optional<Long> number(Value value) {
        try {
            return scalar(value).map(text -> Long.parseLong(text.trim())).filter(this::isInRange);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private boolean isInRange(long number) {
        return schema.min().filter(min -> number < min).isEmpty() && schema.max().filter(max -> number > max).isEmpty();
    }

    private boolean isOption(String text) {
        return schema.options().isEmpty() || schema.options().contains(text);
    }

    private static Optional<String> scalar(Value value) {
        if (value instanceof Value.Texts texts) {
            return texts.texts().size() == 1 ? Optional.of(texts.texts().get(0)) : Optional.empty();
        } else if (value instanceof Value.Number number) {
            return Optional.of(Long.toString(number.number()));
        } else if (value instanceof Value.Flag flag) {
            return Optional.of(Boolean.toString(flag.flag()));
        }
        return Optional.of(value instanceof Value.Secret secret ? secret.secret() : ((Value.Text) value).text());
    }

    /** A text is taken to be a list with commas, as a .cfg file has it. */
    private static List<String> texts(Value value) {
        if (value instanceof Value.Texts texts) {
            return texts.texts();
        }
        return Arrays.stream(scalar(value).orElse("").split(",")).map(String::trim).filter(text -> !text.isEmpty()).toList();
    }
}
