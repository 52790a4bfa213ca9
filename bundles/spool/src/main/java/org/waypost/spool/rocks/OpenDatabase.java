package org.waypost.spool.rocks;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;
import org.rocksdb.Status;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** Native objects of an open RocksDB folder. Used after {@link #close()} it ends the process: {@link Database} guards it. */
final class OpenDatabase implements AutoCloseable {
    private final Tuning tuning;
    private final RocksDB rocks;
    private final List<ColumnFamilyHandle> families = new ArrayList<>();
    private final WriteOptions synced;
    private final WriteOptions lazy;
    private final ReadOptions normal;
    private final ReadOptions memory;

    OpenDatabase(Path folder, Tuning tuning) throws RocksDBException {
        this.tuning = tuning;
        List<ColumnFamilyDescriptor> descriptors = new ArrayList<>();
        for (Table table : Table.values()) {
            byte[] name = table.family().getBytes(StandardCharsets.US_ASCII);
            descriptors.add(new ColumnFamilyDescriptor(name, tuning.family(table)));
        }
        rocks = RocksDB.open(tuning.database(), folder.toString(), descriptors, families);
        synced = tuning.write(true);
        lazy = tuning.write(false);
        normal = tuning.read();
        memory = tuning.readMemory();
    }

    byte[] get(Table table, byte[] key) throws RocksDBException {
        return rocks.get(family(table), normal, key);
    }

    /** The row if it or its absence is known without the disk, else what it takes to ask there. */
    Database.Glance glance(Table table, byte[] key) throws RocksDBException {
        try {
            return new Database.Glance(true, rocks.get(family(table), memory, key));
        } catch (RocksDBException e) {
            if (e.getStatus() != null && e.getStatus().getCode() == Status.Code.Incomplete) {
                return new Database.Glance(false, null);
            }
            throw e;
        }
    }

    int get(Table table, byte[] key, byte[] beginning) throws RocksDBException {
        return rocks.get(family(table), normal, key, beginning);
    }

    void scan(Table table, byte[] from, byte[] to, Database.Visitor visitor) throws RocksDBException {
        try (Slice bound = new Slice(to);
                ReadOptions options = new ReadOptions().setIterateUpperBound(bound);
                RocksIterator rows = rocks.newIterator(family(table), options)) {
            rows.seek(from);
            while (rows.isValid() && visitor.visit(rows.key(), rows.value())) {
                rows.next();
            }
            rows.status();
        }
    }

    void write(Batch batch, boolean sync) throws RocksDBException {
        try (WriteBatch writes = new WriteBatch()) {
            for (Batch.Write write : batch.writes()) {
                add(writes, write);
            }
            rocks.write(sync ? synced : lazy, writes);
        }
    }

    long sequence() {
        return rocks.getLatestSequenceNumber();
    }

    @Override
    public void close() {
        families.forEach(ColumnFamilyHandle::close);
        rocks.close();
        tuning.close();
    }

    private void add(WriteBatch writes, Batch.Write write) throws RocksDBException {
        if (write instanceof Batch.Write.Put put) {
            writes.put(family(put.table()), put.key(), put.row());
        } else if (write instanceof Batch.Write.Delete delete) {
            writes.delete(family(delete.table()), delete.key());
        } else if (write instanceof Batch.Write.DeleteOnce delete) {
            writes.singleDelete(family(delete.table()), delete.key());
        }
    }

    private ColumnFamilyHandle family(Table table) {
        return families.get(table.ordinal());
    }
}
