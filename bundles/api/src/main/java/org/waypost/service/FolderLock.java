package org.waypost.service;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The right to use a folder, held by one at a time: against other processes, and against other versions of a bundle
 * in this one, which the locks of libraries let in. Any thread.
 */
public final class FolderLock implements AutoCloseable {
    private final FileChannel file;

    private FolderLock(FileChannel file) {
        this.file = file;
    }

    /**
     * Does not wait.
     *
     * @param folder is made if need be
     * @return empty while somebody else has it
     * @throws IOException if the folder cannot be used
     */
    public static Optional<FolderLock> tryLock(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel file = FileChannel.open(folder.resolve("owner"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = file.tryLock();
        } catch (OverlappingFileLockException e) {
            // Held in this process: the same to us as held by another process.
        } finally {
            if (lock == null) {
                file.close();
            }
        }
        return lock == null ? Optional.empty() : Optional.of(new FolderLock(file));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
