package org.waypost.directory.embedded.memory;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.directory.api.ldap.model.cursor.Cursor;
import org.apache.directory.api.ldap.model.cursor.Tuple;
import org.apache.directory.server.core.api.partition.PartitionTxn;
import org.apache.directory.server.xdbm.AbstractTable;

/**
 * Rows of a key and a value, sorted. Transactions have no meaning here and may be null; nothing is found by a null key. One
 * thread at a time writes; others read meanwhile, and a cursor sees a row that is there all the time exactly once.
 */
class SortedTable<K, V> extends AbstractTable<K, V> {
    private final NavigableMap<Place<K, V>, V> rows;
    private final NavigableMap<K, Long> counts;

    private SortedTable(String name, Comparator<K> keys, Comparator<V> values, boolean severalValues) {
        super(null, name, keys, values);
        allowsDuplicates = severalValues;
        rows = new ConcurrentSkipListMap<>(Place.order(keys, values));
        counts = new ConcurrentSkipListMap<>(keys);
    }

    /** A key has one value: a new one replaces it. */
    SortedTable(String name, Comparator<K> keys) {
        this(name, keys, null, false);
    }

    /** A key has any number of values. */
    SortedTable(String name, Comparator<K> keys, Comparator<V> values) {
        this(name, keys, values, true);
    }

    @Override
    public void put(PartitionTxn transaction, K key, V value) {
        if (key != null && value != null && rows.put(place(key, value, 0), value) == null) {
            count++;
            counts.merge(key, 1L, Long::sum);
        }
    }

    @Override
    public void remove(PartitionTxn transaction, K key) {
        for (Place<K, V> row : of(key).keySet()) {
            remove(row);
        }
    }

    @Override
    public void remove(PartitionTxn transaction, K key, V value) {
        if (has(transaction, key, value)) {
            remove(place(key, value, 0));
        }
    }

    private void remove(Place<K, V> row) {
        if (rows.remove(row) != null) {
            count--;
            counts.computeIfPresent(row.key(), (key, number) -> number == 1 ? null : number - 1);
        }
    }

    /** The first value of a key, or null. */
    @Override
    public V get(PartitionTxn transaction, K key) {
        Map.Entry<Place<K, V>, V> first = of(key).firstEntry();
        return first == null ? null : first.getValue();
    }

    @Override
    public boolean has(PartitionTxn transaction, K key) {
        return !of(key).isEmpty();
    }

    @Override
    public boolean has(PartitionTxn transaction, K key, V value) {
        V found = key == null || value == null ? null : rows.get(place(key, value, 0));
        return found != null && (allowsDuplicates || found.equals(value));
    }

    @Override
    public boolean hasGreaterOrEqual(PartitionTxn transaction, K key) {
        return key != null && rows.higherKey(edge(key, -1)) != null;
    }

    @Override
    public boolean hasLessOrEqual(PartitionTxn transaction, K key) {
        return key != null && rows.lowerKey(edge(key, 1)) != null;
    }

    @Override
    public boolean hasGreaterOrEqual(PartitionTxn transaction, K key, V value) {
        return key != null && of(key).ceilingKey(place(key, value, 0)) != null;
    }

    @Override
    public boolean hasLessOrEqual(PartitionTxn transaction, K key, V value) {
        return key != null && of(key).floorKey(place(key, value, 0)) != null;
    }

    @Override
    public long count(PartitionTxn transaction, K key) {
        return key == null ? 0 : counts.getOrDefault(key, 0L);
    }

    @Override
    public Cursor<Tuple<K, V>> cursor() {
        return tuples(rows);
    }

    @Override
    public Cursor<Tuple<K, V>> cursor(PartitionTxn transaction, K key) {
        return tuples(of(key));
    }

    @Override
    public Cursor<V> valueCursor(PartitionTxn transaction, K key) {
        return new SortedCursor<>(of(key), Map.Entry::getValue, (value, edge) -> place(key, value, edge));
    }

    @Override
    public void close(PartitionTxn transaction) {
        rows.clear();
        counts.clear();
        count = 0;
    }

    private Cursor<Tuple<K, V>> tuples(NavigableMap<Place<K, V>, V> part) {
        return new SortedCursor<>(part, row -> new Tuple<>(row.getKey().key(), row.getValue()),
                (tuple, edge) -> place(tuple.getKey(), tuple.getValue(), edge));
    }

    /** A view of the rows of a key. */
    private NavigableMap<Place<K, V>, V> of(K key) {
        return key == null ? Collections.emptyNavigableMap() : rows.subMap(edge(key, -1), true, edge(key, 1), true);
    }

    private Place<K, V> edge(K key, int edge) {
        return new Place<>(key, null, edge);
    }

    private Place<K, V> place(K key, V value, int edge) {
        return new Place<>(key, allowsDuplicates ? value : null, edge);
    }
}
