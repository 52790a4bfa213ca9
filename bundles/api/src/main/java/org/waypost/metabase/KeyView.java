package org.waypost.metabase;

import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A key at a moment.
 *
 * @param properties own and inherited ones, by name
 * @param children names of the keys just below
 */
public record KeyView(MetabaseKey key, SortedMap<String, Property> properties, SortedSet<String> children) {
    public KeyView {
        Objects.requireNonNull(key);
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
        children = Collections.unmodifiableSortedSet(new TreeSet<>(children));
    }

    public Optional<Value> value(String property) {
        return Optional.ofNullable(properties.get(property)).map(Property::value);
    }
}
