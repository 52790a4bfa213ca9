package org.waypost.track.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.IngestExternalFileOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;
import org.rocksdb.WriteOptions;

/**
 * The open RocksDB folder. Rows come sorted, a block's at once, so that they are handed to RocksDB as a table, which costs a
 * fraction of writing them one by one; those of a file are merged once, when it is complete. Used after {@link #close()} it
 * ends the process: {@link Index} guards it.
 */
final class Rows implements AutoCloseable {
    private static final long MIB = 1 << 20;
    private static final String SIZE = "rocksdb.total-sst-files-size";

    /** Sees a row, and says whether to go on. */
    interface Visitor {
        boolean row(byte[] key, byte[] value);
    }

    private final Cache cache = new LRUCache(8 * MIB);
    private final Options options = new Options().setCreateIfMissing(true).setWriteBufferSize(8 * MIB).setMaxOpenFiles(256)
            .setMaxBackgroundJobs(2).setCompressionType(CompressionType.LZ4_COMPRESSION).setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
            .setMaxLogFileSize(MIB).setKeepLogFileNum(2).setStatsDumpPeriodSec(0).setStatsPersistPeriodSec(0)
            .setMaxBgErrorResumeCount(0).setDisableAutoCompactions(true)
            .setTableFormatConfig(new BlockBasedTableConfig().setBlockCache(cache).setCacheIndexAndFilterBlocks(true));
    private final WriteOptions unlogged = new WriteOptions().setDisableWAL(true);
    private final RocksDB rocks;

    Rows(Path folder) throws IOException, RocksDBException {
        Files.createDirectories(folder);
        try {
            rocks = RocksDB.open(options, folder.toString());
        } catch (RocksDBException e) {
            closeOptions();
            throw e;
        }
    }

    /** Takes over a file of rows; all of it is there, and on the disk, or nothing. */
    void take(Path table) throws RocksDBException {
        try (IngestExternalFileOptions moving = new IngestExternalFileOptions().setMoveFiles(true)) {
            rocks.ingestExternalFile(List.of(table.toString()), moving);
        }
    }

    /** Merges the rows between two keys. */
    void merge(byte[] from, byte[] to) throws RocksDBException {
        rocks.compactRange(from, to);
    }

    /** @return the first key that is not before that one, or null */
    byte[] firstKey(byte[] from) throws RocksDBException {
        try (RocksIterator rows = rocks.newIterator()) {
            rows.seek(from);
            rows.status();
            return rows.isValid() ? rows.key() : null;
        }
    }

    /** @return null if there is no such row */
    byte[] get(byte[] key) throws RocksDBException {
        return rocks.get(key);
    }

    /** Rows in the order of their keys, {@code from} inclusive, {@code to} exclusive. */
    void scan(byte[] from, byte[] to, Visitor visitor) throws RocksDBException {
        try (Slice bound = new Slice(to);
                ReadOptions reading = new ReadOptions().setIterateUpperBound(bound);
                RocksIterator rows = rocks.newIterator(reading)) {
            rows.seek(from);
            while (rows.isValid() && visitor.row(rows.key(), rows.value())) {
                rows.next();
            }
            rows.status();
        }
    }

    /** Removes all rows between two keys, and at once the files that have no others. */
    void remove(byte[] from, byte[] to) throws RocksDBException {
        rocks.deleteFilesInRanges(rocks.getDefaultColumnFamily(), List.of(from, to), false);
        rocks.deleteRange(unlogged, from, to);
    }

    /** In octets, on the disk. */
    long size() throws RocksDBException {
        return rocks.getLongProperty(SIZE);
    }

    @Override
    public void close() {
        rocks.close();
        closeOptions();
    }

    private void closeOptions() {
        unlogged.close();
        options.close();
        cache.close();
    }
}
