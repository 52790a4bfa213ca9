package org.waypost.directory.embedded.memory;

import java.util.Comparator;

/**
 * Where a row is in a {@link SortedTable}, or a point between rows.
 *
 * @param value null where a key has one value, and at the edges of a key
 * @param edge -1 just before, 0 at, 1 just after
 */
record Place<K, V>(K key, V value, int edge) {
    static <K, V> Comparator<Place<K, V>> order(Comparator<K> keys, Comparator<V> values) {
        return (one, other) -> {
            int order = keys.compare(one.key, other.key);
            if (order == 0 && one.value != null && other.value != null) {
                order = values.compare(one.value, other.value);
            }
            return order == 0 ? Integer.compare(one.edge, other.edge) : order;
        };
    }
}
