package org.waypost.directory.embedded.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.directory.api.ldap.model.cursor.Cursor;
import org.apache.directory.api.ldap.model.cursor.Tuple;
import org.junit.jupiter.api.Test;

/** Compared with a map of the JDK in random use. */
class SortedTableTest {
    private static final int KEYS = 80;

    private final TreeMap<Integer, NavigableSet<Integer>> model = new TreeMap<>();

    @Test
    void keepsWhatIsPutUntilItIsRemoved() throws Exception {
        for (int seed = 0; seed < 50; seed++) {
            model.clear();
            use(new SortedTable<>("several", Comparator.<Integer>naturalOrder(), Comparator.<Integer>naturalOrder()),
                    new Random(seed));
        }
    }

    @Test
    void replacesTheOneValueOfAKey() throws Exception {
        for (int seed = 0; seed < 50; seed++) {
            model.clear();
            use(new SortedTable<>("one", Comparator.<Integer>naturalOrder()), new Random(seed));
        }
    }

    private void use(SortedTable<Integer, Integer> table, Random random) throws Exception {
        for (int i = 0; i < 1_000; i++) {
            int key = random.nextInt(KEYS);
            int value = random.nextInt(3);
            switch (random.nextInt(4)) {
                case 0 -> {
                    table.remove(null, key);
                    model.remove(key);
                }
                case 1 -> {
                    table.remove(null, key, value);
                    model.computeIfPresent(key, (same, values) -> values.remove(value) && values.isEmpty() ? null : values);
                }
                default -> {
                    table.put(null, key, value);
                    if (!table.isDupsEnabled()) {
                        model.remove(key);
                    }
                    model.computeIfAbsent(key, same -> new TreeSet<>()).add(value);
                }
            }
            compare(table, key, value);
        }
        assertEquals(expected(), forward(table.cursor()));
        assertEquals(model.values().stream().mapToLong(NavigableSet::size).sum(), table.count(null));
    }

    private void compare(SortedTable<Integer, Integer> table, int key, int value) throws Exception {
        NavigableSet<Integer> values = model.getOrDefault(key, new TreeSet<>());
        assertEquals(values.isEmpty() ? null : values.first(), table.get(null, key));
        assertEquals(!values.isEmpty(), table.has(null, key));
        assertEquals(values.contains(value), table.has(null, key, value));
        assertEquals(values.size(), table.count(null, key));
        assertEquals(model.ceilingKey(key) != null, table.hasGreaterOrEqual(null, key));
        assertEquals(model.floorKey(key) != null, table.hasLessOrEqual(null, key));
        assertEquals(List.copyOf(values), forward(table.valueCursor(null, key)));
    }

    @Test
    void goesBothWaysFromWhereItIsPut() throws Exception {
        SortedTable<Integer, Integer> table =
                new SortedTable<>("several", Comparator.<Integer>naturalOrder(), Comparator.<Integer>naturalOrder());
        table.put(null, 1, 10);
        table.put(null, 2, 20);
        table.put(null, 2, 21);
        table.put(null, 3, 30);
        try (Cursor<Tuple<Integer, Integer>> cursor = table.cursor()) {
            cursor.before(new Tuple<>(2, null));
            assertTrue(cursor.next());
            assertEquals(20, cursor.get().getValue());
            cursor.after(new Tuple<>(2, 20));
            assertTrue(cursor.next());
            assertEquals(21, cursor.get().getValue());
            cursor.after(new Tuple<>(2, null));
            assertTrue(cursor.previous());
            assertEquals(21, cursor.get().getValue());
            assertTrue(cursor.last());
            assertFalse(cursor.next());
            assertFalse(cursor.available());
            assertTrue(cursor.previous());
            assertEquals(30, cursor.get().getValue());
            assertTrue(cursor.first());
            assertFalse(cursor.previous());
        }
    }

    @Test
    void goesOnWhenTheRowItIsAtIsRemoved() throws Exception {
        SortedTable<Integer, Integer> table = new SortedTable<>("one", Comparator.<Integer>naturalOrder());
        table.put(null, 1, 10);
        table.put(null, 2, 20);
        try (Cursor<Tuple<Integer, Integer>> cursor = table.cursor()) {
            assertTrue(cursor.next());
            table.remove(null, 1);
            assertEquals(10, cursor.get().getValue());
            assertTrue(cursor.next());
            assertEquals(20, cursor.get().getValue());
        }
    }

    @Test
    void findsNothingByANullKey() {
        SortedTable<Integer, Integer> table = new SortedTable<>("one", Comparator.<Integer>naturalOrder());
        table.put(null, null, 1);
        assertNull(table.get(null, null));
        assertFalse(table.has(null, null));
        assertEquals(0, table.count(null, null));
    }

    private List<String> expected() {
        List<String> rows = new ArrayList<>();
        model.forEach((key, values) -> values.forEach(value -> rows.add(new Tuple<>(key, value).toString())));
        return rows;
    }

    private static <E> List<?> forward(Cursor<E> cursor) throws Exception {
        List<Object> found = new ArrayList<>();
        try (cursor) {
            while (cursor.next()) {
                found.add(cursor.get() instanceof Tuple<?, ?> tuple ? tuple.toString() : cursor.get());
            }
        }
        return found;
    }
}
