package org.waypost.spool.rocks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;
import org.waypost.service.ServiceAwayException;
import org.waypost.spool.SpoolFullException;

/**
 * The rows. Closing waits for every read and write that is under way, and whatever comes later fails
 * with {@link ServiceAwayException}. After a failed write RocksDB refuses all others, so the folder is
 * opened anew. Any thread; calls wait for the disk.
 */
final class Database implements AutoCloseable {
    /** Looks at a row and says whether to go on. It must not come back to the database. */
    interface Visitor {
        boolean visit(byte[] key, byte[] row);
    }

    /**
     * What is known without asking the disk.
     *
     * @param known whether anything is
     * @param row null if there is no such row
     */
    record Glance(boolean known, byte[] row) {
    }

    private interface Use<R> {
        R with(OpenDatabase open) throws RocksDBException;
    }

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Path folder;
    private final SpoolSettings settings;
    private OpenDatabase open;
    private boolean closed;

    Database(Path folder, SpoolSettings settings) throws IOException {
        this.folder = folder;
        this.settings = settings;
        Files.createDirectories(folder);
        open = reopened();
    }

    /** @return null if there is no such row */
    byte[] get(Table table, byte[] key) throws IOException {
        return use(db -> db.get(table, key));
    }

    /** As {@link #get(Table, byte[])} but never waits for the disk. */
    Glance glance(Table table, byte[] key) throws IOException {
        return use(db -> db.glance(table, key));
    }

    /**
     * Reads no more of a row than its beginning.
     *
     * @return whether there is such a row
     */
    boolean get(Table table, byte[] key, byte[] beginning) throws IOException {
        return use(db -> db.get(table, key, beginning)) >= 0;
    }

    /** Rows in the order of their keys, {@code from} inclusive, {@code to} exclusive. */
    void scan(Table table, byte[] from, byte[] to, Visitor visitor) throws IOException {
        use(db -> {
            db.scan(table, from, to, visitor);
            return null;
        });
    }

    /**
     * Makes all writes or none.
     *
     * @throws SpoolFullException if the disk is full
     * @throws IOException if it is broken
     */
    void write(Batch batch, boolean sync) throws IOException {
        use(db -> {
            db.write(batch, sync);
            return null;
        });
    }

    /** Grows by one with each write of a batch, and survives. */
    long sequence() throws IOException {
        return use(OpenDatabase::sequence);
    }

    /** Opens the folder anew; what was written before is there again. */
    void reopen() throws IOException {
        lock.writeLock().lock();
        try {
            release();
            if (!closed) {
                open = reopened();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            closed = true;
            release();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private OpenDatabase reopened() throws IOException {
        Tuning tuning = new Tuning(settings.writeBuffer(), settings.blockCache());
        try {
            return new OpenDatabase(folder, tuning);
        } catch (RocksDBException e) {
            tuning.close();
            throw failure(e);
        }
    }

    private void release() {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    private <R> R use(Use<R> work) throws IOException {
        Lock reading = lock.readLock();
        reading.lock();
        try {
            if (closed) {
                throw new ServiceAwayException("the spool is closed");
            }
            if (open == null) {
                throw new IOException("the rows of the spool could not be opened again");
            }
            return work.with(open);
        } catch (RocksDBException e) {
            throw failure(e);
        } finally {
            reading.unlock();
        }
    }

    private static IOException failure(RocksDBException e) {
        Status status = e.getStatus();
        if (status != null && status.getSubCode() == Status.SubCode.NoSpace) {
            throw new SpoolFullException("no space left on the disk of the spool");
        }
        return new IOException(e.getMessage(), e);
    }
}
