package org.waypost.metabase.store;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Settings of a metabase.
 *
 * @param folder its own
 * @param nativeFolder where RocksDB's native library is unpacked, the same for all its users in a process
 * @param history versions kept to go back to, 1 to 1000
 */
public record MetabaseSettings(Path folder, Path nativeFolder, int history) {
    public MetabaseSettings {
        Objects.requireNonNull(folder);
        Objects.requireNonNull(nativeFolder);
    }
}
