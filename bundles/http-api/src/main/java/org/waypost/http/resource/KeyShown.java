package org.waypost.http.resource;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import org.waypost.metabase.KeyView;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.Property;
import org.waypost.metabase.Value;

/** A key of the metabase as it is shown: without secrets. @param children names of the keys just below */
record KeyShown(MetabaseKey key, TreeMap<String, PropertyShown> properties, SortedSet<String> children) {
    /**
     * @param type {@code TEXT}, {@code NUMBER}, {@code FLAG}, {@code TEXTS} or {@code SECRET}
     * @param value text, number, Boolean or texts; empty for a secret
     */
    record PropertyShown(String type, Optional<Object> value, MetabaseKey from, Optional<String> owner, Optional<Instant> override) {}

    static KeyShown of(KeyView view) {
        TreeMap<String, PropertyShown> properties = new TreeMap<>();
        view.properties().forEach((name, property) -> properties.put(name, shown(property)));
        return new KeyShown(view.key(), properties, view.children());
    }

    private static PropertyShown shown(Property property) {
        Value value = property.value();
        if (value instanceof Value.Number number) {
            return shown("NUMBER", number.number(), property);
        } else if (value instanceof Value.Flag flag) {
            return shown("FLAG", flag.flag(), property);
        } else if (value instanceof Value.Texts texts) {
            return shown("TEXTS", texts.texts(), property);
        }
        return value instanceof Value.Text text ? shown("TEXT", text.text(), property) : shown("SECRET", null, property);
    }

    private static PropertyShown shown(String type, Object value, Property property) {
        return new PropertyShown(type, Optional.ofNullable(value), property.from(), property.owner(), property.override());
    }
}
