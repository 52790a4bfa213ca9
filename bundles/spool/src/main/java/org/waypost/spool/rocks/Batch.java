package org.waypost.spool.rocks;

import java.util.ArrayList;
import java.util.List;

/** Writes that are made together, in order. */
final class Batch {
    /** One write. */
    sealed interface Write {
        record Put(Table table, byte[] key, byte[] row) implements Write {}

        record Delete(Table table, byte[] key) implements Write {}

        /** Of a row that was put exactly once since it was last deleted: it leaves no tombstone behind. */
        record DeleteOnce(Table table, byte[] key) implements Write {}
    }

    private final List<Write> writes = new ArrayList<>();

    void put(Table table, byte[] key, byte[] row) {
        writes.add(new Write.Put(table, key, row));
    }

    void delete(Table table, byte[] key) {
        writes.add(new Write.Delete(table, key));
    }

    void deleteOnce(Table table, byte[] key) {
        writes.add(new Write.DeleteOnce(table, key));
    }

    List<Write> writes() {
        return writes;
    }

    boolean isEmpty() {
        return writes.isEmpty();
    }
}
