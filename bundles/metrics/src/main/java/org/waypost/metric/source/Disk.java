package org.waypost.metric.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The folder of the spool and its disk.
 *
 * @param folder may not be there yet
 * @param reserve octets that the spool leaves free, 0 or more
 */
public record Disk(Path folder, long reserve) {
    public boolean exists() {
        return Files.isDirectory(folder);
    }

    /** Not by its file store, which needs a mount point that a process in a container may not see. */
    public long free() throws IOException {
        if (folder.toFile().getTotalSpace() == 0) {
            throw new IOException("the disk of " + folder + " does not say how much room it has");
        }
        return folder.toFile().getUsableSpace();
    }

    /** Octets of the spool's database. Large contents are files beside it, too many to be looked at each time. */
    public long database() throws IOException {
        Path rows = folder.resolve("rows");
        if (!Files.isDirectory(rows)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(rows)) {
            return files.mapToLong(Disk::size).sum();
        }
    }

    /** Files go while they are counted. */
    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
