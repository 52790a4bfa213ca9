package org.waypost.spool.rocks;

import java.nio.file.Path;
import java.util.Objects;

/**
 * How a spool is run.
 *
 * @param folder holds everything; created if missing
 * @param nativeFolder where RocksDB's native library is unpacked to; created if missing
 * @param inlineBelow contents of at most so many octets are kept in rows, larger ones as files
 * @param reserve octets that must stay free on the disk; 0 for none
 * @param pending octets of changes that may wait to be written
 * @param writeBuffer octets of native memory for rows not yet in tables
 * @param blockCache octets of native memory for parts of tables
 */
public record SpoolSettings(Path folder, Path nativeFolder, int inlineBelow, long reserve, long pending, long writeBuffer,
        long blockCache) {
    public SpoolSettings {
        Objects.requireNonNull(folder);
        Objects.requireNonNull(nativeFolder);
    }

    /** Whether an open spool can go on with the other settings without being opened anew. */
    boolean opensLike(SpoolSettings other) {
        return folder.equals(other.folder) && writeBuffer == other.writeBuffer && blockCache == other.blockCache;
    }
}
