package org.waypost.spool.rocks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.ReadTier;
import org.rocksdb.TablePropertiesCollectorFactory;
import org.rocksdb.WriteBufferManager;
import org.rocksdb.WriteOptions;

/** RocksDB's options for a spool: bounded native memory, and rows that live for a second or two. Owns their native objects. */
final class Tuning implements AutoCloseable {
    private static final long MIB = 1 << 20;
    /** A table where so many of so many neighbouring rows are tombstones is compacted, so that lists stay fast. */
    private static final int TOMBSTONE_WINDOW = 1_000;
    private static final int TOMBSTONE_TRIGGER = 400;

    private final Deque<AutoCloseable> owned = new ArrayDeque<>();
    private final Cache cache;
    private final WriteBufferManager writeBuffers;
    private final long writeBuffer;

    Tuning(long writeBuffer, long blockCache) {
        this.writeBuffer = writeBuffer;
        cache = own(new LRUCache(blockCache));
        writeBuffers = own(new WriteBufferManager(writeBuffer, cache));
    }

    DBOptions database() {
        return own(new DBOptions()).setCreateIfMissing(true).setCreateMissingColumnFamilies(true)
                .setWriteBufferManager(writeBuffers).setMaxTotalWalSize(2 * writeBuffer).setMaxOpenFiles(256)
                .setMaxBackgroundJobs(2).setInfoLogLevel(InfoLogLevel.WARN_LEVEL).setMaxLogFileSize(MIB).setKeepLogFileNum(3)
                .setStatsDumpPeriodSec(0).setStatsPersistPeriodSec(0).setMaxManifestFileSize(16 * MIB)
                .setMaxBgErrorResumeCount(0);
    }

    ColumnFamilyOptions family(Table table) {
        BlockBasedTableConfig form = new BlockBasedTableConfig().setBlockCache(cache).setCacheIndexAndFilterBlocks(true)
                .setPinL0FilterAndIndexBlocksInCache(true).setFilterPolicy(own(new BloomFilter(10)));
        return own(new ColumnFamilyOptions(own(compactingTombstones()))).setTableFormatConfig(form).setCompressionType(CompressionType.NO_COMPRESSION)
                .setWriteBufferSize(table == Table.CONTENT ? writeBuffer / 2 : writeBuffer / 8).setMaxWriteBufferNumber(3);
    }

    private Options compactingTombstones() {
        Options options = new Options();
        options.setTablePropertiesCollectorFactory(List.of(
                own(TablePropertiesCollectorFactory.NewCompactOnDeletionCollectorFactory(TOMBSTONE_WINDOW, TOMBSTONE_TRIGGER, 0))));
        return options;
    }

    WriteOptions write(boolean sync) {
        return own(new WriteOptions()).setSync(sync);
    }

    ReadOptions read() {
        return own(new ReadOptions());
    }

    /** Reads nothing from the disk: what is not in memory is reported as incomplete. */
    ReadOptions readMemory() {
        return own(new ReadOptions()).setReadTier(ReadTier.BLOCK_CACHE_TIER);
    }

    @Override
    public void close() {
        while (!owned.isEmpty()) {
            try {
                owned.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private <T extends AutoCloseable> T own(T object) {
        owned.push(object);
        return object;
    }
}
