package org.waypost.delivery.maildir;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** What delivery asks of the disk. Every method waits for it. */
public interface Disk {
    /** Creates a file that must not exist yet, for its owner only. */
    NewFile create(Path file) throws IOException;

    /** Within one file system, in one step. */
    void rename(Path from, Path to) throws IOException;

    /** No failure if it is not there. */
    void delete(Path file) throws IOException;

    /** Creates a folder and those above it, for their owner only; no failure if it is there. */
    void createFolder(Path folder) throws IOException;

    /** Makes the names in the folder durable. */
    void syncFolder(Path folder) throws IOException;

    /** A file being written. */
    interface NewFile extends Closeable {
        void write(ByteBuffer bytes) throws IOException;

        /** Makes the content durable. */
        void sync() throws IOException;
    }
}
