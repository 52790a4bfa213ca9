package org.waypost.admin.core;

import java.util.List;
import java.util.Optional;
import org.waypost.admin.Answer;
import org.waypost.metabase.KeyView;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.PropertySchema;
import org.waypost.metabase.Value;

/**
 * Makes typed values of words. Ranges are the metabase's business.
 *
 * @param schema of the property, if its key's type is known
 * @param current value, which tells the type where no schema does
 */
record ValueReader(Optional<PropertySchema> schema, Optional<Value> current) {
    /** What is known of a property of a key. */
    static Optional<PropertySchema> schema(Metabase metabase, Optional<KeyView> view, String property) {
        return view.flatMap(v -> v.value(Metabase.KEY_TYPE)).flatMap(type -> metabase.schema(text(type), property));
    }

    Answer<Value> read(MetabaseKey key, String property, List<String> words) {
        String type = type(words);
        Optional<Value> value = switch (type) {
            case "texts" -> Optional.of(new Value.Texts(words));
            case "number" -> only(words).flatMap(ValueReader::number);
            case "flag" -> only(words).filter(word -> word.equals("true") || word.equals("false"))
                    .map(word -> new Value.Flag(word.equals("true")));
            case "secret" -> only(words).map(Value.Secret::new);
            default -> only(words).map(Value.Text::new);
        };
        return value.<Answer<Value>>map(Answer.Ok::new).orElseGet(() -> new Answer.Refused<>("The property " + property + " of "
                + key + " is " + described(type) + ", not \"" + String.join(" ", words) + "\". Nothing was changed."));
    }

    private String type(List<String> words) {
        // A schema does not say what is secret; a value that is stays so.
        if (current.isPresent() && current.get() instanceof Value.Secret) {
            return "secret";
        }
        return schema.map(PropertySchema::type).or(() -> current.map(ValueReader::type)).orElse(words.size() > 1 ? "texts" : "text");
    }

    private static String type(Value value) {
        return value instanceof Value.Number ? "number" : value instanceof Value.Flag ? "flag"
                : value instanceof Value.Texts ? "texts" : "text";
    }

    private static Optional<String> only(List<String> words) {
        return words.size() == 1 ? Optional.of(words.get(0)) : Optional.empty();
    }

    private static Optional<Value> number(String word) {
        try {
            return Optional.of(new Value.Number(Long.parseLong(word)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private String described(String type) {
        return switch (type) {
            case "number" -> "a whole number" + range();
            case "flag" -> "true or false";
            default -> "one text";
        };
    }

    private String range() {
        Optional<Long> min = schema.flatMap(PropertySchema::min);
        Optional<Long> max = schema.flatMap(PropertySchema::max);
        return min.isPresent() && max.isPresent() ? " from " + min.get() + " to " + max.get() : "";
    }

    /** A value as people write it; a secret stays one. */
    static String text(Value value) {
        if (value instanceof Value.Text text) {
            return text.text();
        } else if (value instanceof Value.Number number) {
            return Long.toString(number.number());
        } else if (value instanceof Value.Flag flag) {
            return Boolean.toString(flag.flag());
        }
        return value instanceof Value.Texts texts ? String.join(", ", texts.texts()) : "***";
    }
}
