package org.waypost.track.store;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Settings of tracking.
 *
 * @param folder its own
 * @param nativeFolder where RocksDB's native library is unpacked, the same for all its users in a process
 * @param keepDays for how many days a file is kept after the day it was begun, 1 or more
 * @param keep how many octets files and index may have together; the oldest files go when it is more
 * @param enabled whether anything is recorded
 */
public record TrackingSettings(Path folder, Path nativeFolder, int keepDays, long keep, boolean enabled) {
    private static final long LARGEST_FILE = 64 << 20;
    private static final long SMALLEST_FILE = 1 << 20;
    /** Files are deleted as a whole. */
    private static final int FILES = 16;

    public TrackingSettings {
        Objects.requireNonNull(folder);
        Objects.requireNonNull(nativeFolder);
    }

    /** In octets: a file that has so much is followed by another one. */
    long fileSize() {
        return Math.max(SMALLEST_FILE, Math.min(LARGEST_FILE, keep / FILES));
    }
}
