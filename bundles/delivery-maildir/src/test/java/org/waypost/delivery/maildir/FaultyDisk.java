package org.waypost.delivery.maildir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The real disk, with a record of what was done, and faults. */
final class FaultyDisk implements Disk {
    private final RealDisk disk = new RealDisk();
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());
    volatile String writeFault;
    volatile String folderSyncFault;
    volatile CountDownLatch folderSyncHeld = new CountDownLatch(0);

    /** In order: create, write, sync, rename NAME, syncFolder NAME. */
    List<String> done() {
        synchronized (done) {
            return List.copyOf(done);
        }
    }

    @Override
    public NewFile create(Path file) throws IOException {
        NewFile real = disk.create(file);
        done.add("create " + file.getParent().getFileName());
        return new NewFile() {
            @Override
            public void write(ByteBuffer bytes) throws IOException {
                fail(writeFault);
                done.add("write");
                real.write(bytes);
            }

            @Override
            public void sync() throws IOException {
                done.add("sync");
                real.sync();
            }

            @Override
            public void close() throws IOException {
                real.close();
            }
        };
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        disk.rename(from, to);
        done.add("rename to " + to.getParent().getFileName());
    }

    @Override
    public void delete(Path file) throws IOException {
        disk.delete(file);
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        disk.createFolder(folder);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        if (folder.endsWith("new")) {
            try {
                folderSyncHeld.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            fail(folderSyncFault);
        }
        disk.syncFolder(folder);
        done.add("syncFolder " + folder.getFileName());
    }

    private static void fail(String fault) throws IOException {
        if (fault != null) {
            throw new IOException(fault);
        }
    }
}
