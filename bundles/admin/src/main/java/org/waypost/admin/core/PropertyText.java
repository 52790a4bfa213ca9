package org.waypost.admin.core;

import java.util.Optional;
import java.util.regex.Pattern;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.Property;
import org.waypost.metabase.Value;

/** A property as an event tells it: never a secret. */
final class PropertyText {
    /** A text may hold one too, for no schema says what is secret. */
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token)");

    private PropertyText() {
    }

    static String of(Metabase metabase, MetabaseKey key, String property) {
        Optional<Property> found = metabase.read(key).map(view -> view.properties().get(property));
        return found.map(p -> text(property, p.value()) + (p.from().equals(key) ? "" : " (of " + p.from() + ")")).orElse("not set");
    }

    private static String text(String property, Value value) {
        return SECRET.matcher(property).matches() ? "***" : ValueReader.text(value);
    }
}
