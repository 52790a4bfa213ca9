package org.waypost.track.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;
import org.waypost.service.Threads;
import org.waypost.track.file.LogFile;

/**
 * The index in a folder of its own. Any thread; calls wait for the disk. After a failed write RocksDB refuses all others,
 * so the folder is to be opened anew; a damaged one is emptied.
 */
public final class Index implements AutoCloseable {
    private interface Use<R> {
        R with(Rows rows) throws RocksDBException;
    }

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final ThreadPoolExecutor merging = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
            work -> new Thread(work, "waypost-tracking-index"));
    private final Path folder;
    private Rows rows;
    private volatile boolean damaged;

    /** @param nativeFolder where RocksDB's native library is unpacked, the same for all its users in a process */
    public Index(Path folder, Path nativeFolder) throws IOException {
        this.folder = folder;
        Natives.load(nativeFolder);
        reopen();
    }

    /** Whether a read found damage since it was opened. */
    public boolean isDamaged() {
        return damaged;
    }

    /**
     * Opens the folder anew.
     *
     * @return whether it was damaged and begins empty
     */
    public boolean reopen() throws IOException {
        lock.writeLock().lock();
        try {
            release();
            boolean empty = damaged || !opened();
            if (empty) {
                clear();
                damaged = false;
                rows = new Rows(folder);
            }
            return empty;
        } catch (RocksDBException e) {
            throw failure(e);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** @param number of the block in its file, from 0 */
    public void add(LogFile file, int number, BlockBuilder block) throws IOException {
        Path table = folder.resolveSibling("block.sst");
        use(open -> {
            TableFile.write(table, file, number, block);
            open.take(table);
            return null;
        });
    }

    /** A file is complete; what the index has of it may be put in order, which is done by and by. */
    public void merge(LogFile file) {
        try {
            merging.execute(() -> mergeNow(file));
        } catch (RejectedExecutionException e) {
            // It is being closed; the next owner does it.
        }
    }

    public Summary summary(LogFile file) throws IOException {
        Summary[] summary = {Summary.NONE};
        use(open -> {
            open.scan(Keys.start(file), Keys.endOfBlocks(file), (key, row) -> {
                summary[0] = summary[0].with(Block.of(row));
                return true;
            });
            return null;
        });
        return summary[0];
    }

    /** A block, unless it has been removed. */
    public Optional<Block> block(LogFile file, int number) throws IOException {
        return Optional.ofNullable(use(open -> open.get(Keys.block(file, number)))).map(Block::of);
    }

    /** In each block of a file, the numbers of the lines that have one of these terms; others may be among them. */
    public BitSet[] lines(LogFile file, Collection<Long> terms, int blocks) throws IOException {
        BitSet[] lines = Stream.generate(BitSet::new).limit(blocks).toArray(BitSet[]::new);
        return use(open -> {
            for (long term : terms) {
                open.scan(Keys.term(file, term, 0), Keys.term(file, term, blocks), (key, row) -> {
                    mark(row, lines[Keys.block(key)]);
                    return true;
                });
            }
            return lines;
        });
    }

    /** The files it knows of. */
    public Set<LogFile> files() throws IOException {
        Set<LogFile> files = new TreeSet<>();
        use(open -> {
            for (byte[] key = open.firstKey(new byte[0]); key != null; key = open.firstKey(Keys.end(Keys.file(key)))) {
                files.add(Keys.file(key));
            }
            return null;
        });
        return files;
    }

    public void remove(LogFile file) throws IOException {
        use(open -> {
            open.remove(Keys.start(file), Keys.end(file));
            return null;
        });
        merge(file);
    }

    /** In octets, on the disk. */
    public long size() throws IOException {
        return use(Rows::size);
    }

    @Override
    public void close() {
        merging.getQueue().clear();
        Threads.end(merging);
        lock.writeLock().lock();
        try {
            release();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** @return false if it cannot be since it is damaged */
    private boolean opened() throws IOException, RocksDBException {
        try {
            rows = new Rows(folder);
            return true;
        } catch (RocksDBException e) {
            if (isDamage(e)) {
                return false;
            }
            throw e;
        }
    }

    private void clear() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void release() {
        if (rows != null) {
            rows.close();
            rows = null;
        }
    }

    private <R> R use(Use<R> work) throws IOException {
        lock.readLock().lock();
        try {
            if (rows == null) {
                throw new IOException("the index in " + folder + " is not open");
            }
            return work.with(rows);
        } catch (RocksDBException e) {
            damaged |= isDamage(e);
            throw failure(e);
        } finally {
            lock.readLock().unlock();
        }
    }

    private static void mark(byte[] row, BitSet lines) {
        ByteBuffer numbers = ByteBuffer.wrap(row);
        int number = 0;
        while (numbers.hasRemaining()) {
            number += Varints.get(numbers);
            lines.set(number);
        }
    }

    private void mergeNow(LogFile file) {
        try {
            use(open -> {
                open.merge(Keys.start(file), Keys.end(file));
                return null;
            });
        } catch (IOException e) {
            // It stays as it is, which costs a little time at each question; a full disk shows when rows are added.
        }
    }

    private static boolean isDamage(RocksDBException e) {
        boolean corrupt = e.getStatus() != null && e.getStatus().getCode() == Status.Code.Corruption;
        return corrupt || String.valueOf(e.getMessage()).contains("No such file");
    }

    private static IOException failure(RocksDBException e) {
        return new IOException(e.getMessage(), e);
    }
}
