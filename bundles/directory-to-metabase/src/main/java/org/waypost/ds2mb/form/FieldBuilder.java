package org.waypost.ds2mb.form;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.waypost.ds2mb.mapping.ObjectTable;
import org.waypost.settings.Field;
import org.waypost.settings.Field.Option;
import org.waypost.settings.Field.Type;

/** Makes a row of a table of fields. */
final class FieldBuilder {
    private final ObjectTable table;
    private final String key;
    private final String label;
    private final String help;
    private Type type = Type.TEXT;
    private Optional<Long> least = Optional.empty();
    private Optional<Long> most = Optional.empty();
    private List<Option> options = List.of();
    private String standard = "";
    private String separator = "";
    private boolean required;
    private boolean many;
    private Predicate<String> check = text -> true;
    private String allowed = "a text of at most 1024 characters without control characters";

    private FieldBuilder(ObjectTable table, String key, String label, String help) {
        this.table = table;
        this.key = key;
        this.label = label;
        this.help = help;
    }

    static FieldBuilder field(ObjectTable table, String key, String label, String help) {
        return new FieldBuilder(table, key, label, help);
    }

    FieldBuilder is(Type newType) {
        type = newType;
        return this;
    }

    FieldBuilder number(long from, long to) {
        least = Optional.of(from);
        most = Optional.of(to);
        return is(Type.NUMBER);
    }

    FieldBuilder oneOf(String... values) {
        options = Arrays.stream(values).map(value -> new Option(value, value)).toList();
        return this;
    }

    FieldBuilder standard(String value) {
        standard = value;
        return this;
    }

    FieldBuilder required() {
        required = true;
        return this;
    }

    /** Several, each a value of the attribute. */
    FieldBuilder many() {
        many = true;
        return this;
    }

    /** Several in the one value of a setting. */
    FieldBuilder many(String by) {
        separator = by;
        return many();
    }

    /** @param words what is allowed */
    FieldBuilder checked(Predicate<String> newCheck, String words) {
        check = newCheck;
        allowed = words;
        return this;
    }

    FormField build() {
        Field field = new Field(key, label, help, type, least, most, options, standard, required, many,
                table.attributes(key).stream().sorted().toList());
        return new FormField(field, table, key, separator, check, allowed);
    }
}
