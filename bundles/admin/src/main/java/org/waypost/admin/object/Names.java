package org.waypost.admin.object;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.waypost.settings.Field;
import org.waypost.settings.Field.Option;
import org.waypost.settings.Field.Type;

/**
 * What people call something in the place of its DN.
 *
 * @param fields with their options
 * @param faults by key, of names that nothing has; filled
 */
public record Names(List<Field> fields, Function<String, Optional<String>> recipient, Map<String, String> faults) {
    /** @param recipient finds the DN of who has an address */
    public Names(List<Field> fields, Function<String, Optional<String>> recipient) {
        this(fields, recipient, new TreeMap<>());
    }

    /** Values by key with DNs in the place of names. */
    public Map<String, List<String>> resolved(Map<String, List<String>> values) {
        Map<String, List<String>> resolved = new LinkedHashMap<>(values);
        fields.stream().filter(field -> values.containsKey(field.key()))
                .forEach(field -> resolved.put(field.key(), values.get(field.key()).stream().map(value -> dn(field, value)).toList()));
        return resolved;
    }

    private String dn(Field field, String value) {
        if (field.type() == Type.SENDER && value.contains("@") && Layout.name(value).isEmpty()) {
            return recipient.apply(value.strip()).orElseGet(() -> fault(field, value, "which no recipient has as an address"));
        }
        if (field.type() != Type.SERVER && field.type() != Type.GROUP || value.isBlank()) {
            return value;
        }
        return option(field, value).map(Option::value).orElseGet(() -> fault(field, value, "allowed is one of "
                + String.join(", ", field.options().stream().map(Option::label).toList())));
    }

    private String fault(Field field, String value, String why) {
        faults.put(field.key(), field.label() + " is \"" + value + "\", " + why + ".");
        return value;
    }

    private static Optional<Option> option(Field field, String value) {
        return field.options().stream().filter(option -> option.label().equalsIgnoreCase(value.strip())
                || Layout.name(option.value()).equals(Layout.name(value)) && Layout.name(value).isPresent()).findFirst();
    }

    /** A field that also offers what is set but stands for nothing that is there. */
    public static Field offering(Field field, List<String> values) {
        if (field.type() != Type.SERVER && field.type() != Type.GROUP) {
            return field;
        }
        List<Option> lost = values.stream().filter(value -> option(field, value).isEmpty()).map(value -> new Option(value, value)).toList();
        return lost.isEmpty() ? field : field.with(Stream.concat(field.options().stream(), lost.stream()).toList());
    }
}
