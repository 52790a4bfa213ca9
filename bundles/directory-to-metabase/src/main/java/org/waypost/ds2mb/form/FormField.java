package org.waypost.ds2mb.form;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.waypost.directory.Entry;
import org.waypost.ds2mb.mapping.ObjectTable;
import org.waypost.metabase.Value;
import org.waypost.settings.Field;

/**
 * A field and where it stands.
 *
 * @param property of the table
 * @param separator of several values in one setting; empty if the attribute has several values
 * @param check whether a value may be that, beyond what the field itself says
 * @param allowed what the check lets pass, for people
 */
record FormField(Field field, ObjectTable table, String property, String separator, Predicate<String> check, String allowed) {
    private static final int LONGEST = 1024;

    FormField {
        Objects.requireNonNull(field);
        Objects.requireNonNull(table);
        Objects.requireNonNull(property);
        Objects.requireNonNull(separator);
        Objects.requireNonNull(check);
        Objects.requireNonNull(allowed);
    }

    List<String> read(Entry entry) {
        List<String> shown = table.shown(entry, property, separator);
        return field.type() == Field.Type.FLAG ? shown.stream().map(flag -> flag.toLowerCase(Locale.ROOT)).toList() : shown;
    }

    /** @throws IllegalArgumentException that says what is allowed */
    Map<String, List<String>> write(Entry entry, List<String> values) {
        Optional<Value> value = values.isEmpty() ? Optional.empty()
                : Optional.of(separator.isEmpty() && field.many() ? new Value.Texts(values) : new Value.Text(String.join(separator, values)));
        return table.write(entry, property, value);
    }

    /** What is wrong with values, as the end of a sentence that begins with the field. Empty if nothing is. */
    Optional<String> fault(List<String> values) {
        if (values.isEmpty()) {
            return field.required() ? Optional.of("must be given") : Optional.empty();
        }
        if (values.size() > 1 && !field.many()) {
            return Optional.of("must be one value, not " + values.size());
        }
        return values.stream().filter(value -> !isAllowed(value)).findFirst().map(value -> "is \"" + value + "\", allowed is " + allowedWords());
    }

    private boolean isAllowed(String value) {
        boolean clean = !value.isBlank() && value.length() <= LONGEST && value.chars().noneMatch(Character::isISOControl)
                && (separator.isEmpty() || !value.contains(separator));
        boolean option = field.options().isEmpty() || field.options().stream().anyMatch(each -> each.value().equals(value));
        return clean && option && check.test(value) && switch (field.type()) {
            case NUMBER -> isInRange(value);
            case FLAG -> value.equals("true") || value.equals("false");
            case TEXT, SERVER, GROUP, SENDER -> true;
        };
    }

    private boolean isInRange(String text) {
        if (!text.matches("-?\\d{1,18}")) {
            return false;
        }
        long number = Long.parseLong(text);
        return field.least().filter(least -> number < least).isEmpty() && field.most().filter(most -> number > most).isEmpty();
    }

    private String allowedWords() {
        if (!field.options().isEmpty()) {
            return "one of " + String.join(", ", field.options().stream().map(Field.Option::value).toList());
        }
        return switch (field.type()) {
            case NUMBER -> "a whole number" + field.least().map(least -> " from " + least).orElse("")
                    + field.most().map(most -> " to " + most).orElse("");
            case FLAG -> "true or false";
            case TEXT, SERVER, GROUP, SENDER -> allowed;
        };
    }
}
