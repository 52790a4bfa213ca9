package org.waypost.metabase.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Status;
import org.rocksdb.WALRecoveryMode;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.tree.History;
import org.waypost.metabase.tree.Kept;
import org.waypost.metabase.tree.State;
import org.waypost.metabase.tree.Tree;

/**
 * The rows in RocksDB: one for each key, one for each version that can be gone back to, and one that says how many
 * keys there are at which version. One thread at a time; calls wait for the disk.
 */
final class Rows implements AutoCloseable {
    private static final long MIB = 1 << 20;
    private static final char KEY = 'k';
    private static final char PAST = 'h';
    private static final byte[] HEAD = {'v'};

    private final Options options;
    private final WriteOptions synced;
    private final RocksDB rocks;

    /** What the head row says. */
    private record Head(long version, int keys) {}

    private Rows(Options options, RocksDB rocks) {
        this.options = options;
        this.rocks = rocks;
        synced = new WriteOptions().setSync(true);
    }

    /**
     * Opens a folder, which is made if it is not there.
     *
     * @param strict whether all that was ever synced must be there; else the last consistent point will do
     */
    static Rows open(Path folder, boolean strict) throws IOException {
        Files.createDirectories(folder);
        Options options = new Options().setCreateIfMissing(true).setParanoidChecks(true).setWriteBufferSize(4 * MIB)
                .setMaxOpenFiles(64).setKeepLogFileNum(2).setMaxLogFileSize(MIB).setStatsDumpPeriodSec(0)
                .setWalRecoveryMode(strict ? WALRecoveryMode.TolerateCorruptedTailRecords : WALRecoveryMode.PointInTimeRecovery);
        try {
            return new Rows(options, RocksDB.open(options, folder.toString()));
        } catch (RocksDBException e) {
            options.close();
            throw failure(e);
        }
    }

    /** @throws DamagedException if not all is there as it was written */
    State load() throws IOException {
        TreeMap<MetabaseKey, SortedMap<String, Kept>> keys = new TreeMap<>();
        List<History.Past> past = new ArrayList<>();
        Head head = new Head(0, 0);
        try (ReadOptions reading = new ReadOptions().setVerifyChecksums(true); RocksIterator rows = rocks.newIterator(reading)) {
            for (rows.seekToFirst(); rows.isValid(); rows.next()) {
                byte[] name = rows.key();
                if (name[0] == KEY) {
                    keys.put(key(name), Sealed.read(rows.value(), Forms::properties));
                } else if (name[0] == PAST) {
                    past.add(Sealed.read(rows.value(), Forms::past));
                } else {
                    head = Sealed.read(rows.value(), in -> new Head(in.readLong(), in.readInt()));
                }
            }
            rows.status();
        } catch (RocksDBException e) {
            throw failure(e);
        }
        Tree tree = Tree.of(keys);
        keys.remove(MetabaseKey.ROOT);
        if (keys.size() != head.keys() || keys.size() != tree.size()) {
            throw new DamagedException("of " + head.keys() + " keys " + keys.size() + " are there");
        }
        past.sort(Comparator.comparingLong((History.Past each) -> each.version().version()).reversed());
        return new State(tree, head.version(), new History(past));
    }

    /** Makes a state of another one, durably, all or nothing. @param changed keys with other properties of their own */
    void write(State before, State after, Iterable<MetabaseKey> changed) throws IOException {
        try (WriteBatch batch = new WriteBatch()) {
            for (MetabaseKey key : changed) {
                put(batch, key, after.tree());
            }
            for (History.Past gone : before.history().versions()) {
                if (!after.history().versions().contains(gone)) {
                    batch.delete(name(gone));
                }
            }
            for (History.Past past : after.history().versions()) {
                if (!before.history().versions().contains(past)) {
                    batch.put(name(past), Sealed.write(out -> Forms.past(out, past)));
                }
            }
            int keys = after.tree().size();
            batch.put(HEAD, Sealed.write(out -> {
                out.writeLong(after.version());
                out.writeInt(keys);
            }));
            rocks.write(synced, batch);
        } catch (RocksDBException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        rocks.close();
        synced.close();
        options.close();
    }

    /** A full disk or a lack of rights is no damage: it passes, and what is there is to be kept. */
    private static IOException failure(RocksDBException e) {
        boolean corrupt = e.getStatus() != null && e.getStatus().getCode() == Status.Code.Corruption;
        boolean missing = String.valueOf(e.getMessage()).contains("No such file");
        return corrupt || missing ? new DamagedException(e.getMessage(), e) : new IOException(e.getMessage(), e);
    }

    private static void put(WriteBatch batch, MetabaseKey key, Tree tree) throws RocksDBException {
        var node = tree.node(key);
        if (node.isPresent()) {
            batch.put(name(key), Sealed.write(out -> Forms.properties(out, node.get().properties())));
        } else {
            batch.delete(name(key));
        }
    }

    private static byte[] name(MetabaseKey key) {
        String text = key.toString();
        ByteBuffer name = ByteBuffer.allocate(1 + Character.BYTES * text.length()).put((byte) KEY);
        name.asCharBuffer().put(text);
        return name.array();
    }

    private static MetabaseKey key(byte[] name) {
        return MetabaseKey.of(ByteBuffer.wrap(name, 1, name.length - 1).asCharBuffer().toString());
    }

    private static byte[] name(History.Past past) {
        return ByteBuffer.allocate(1 + Long.BYTES).put((byte) PAST).putLong(past.version().version()).array();
    }
}
