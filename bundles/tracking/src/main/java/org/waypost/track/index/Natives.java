package org.waypost.track.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rocksdb.NativeLibraryLoader;
import org.rocksdb.RocksDB;

/**
 * RocksDB's native library. It belongs to the class loader of the pinned library bundle and stays loaded for all later
 * users of it; left to itself it would unpack another 16 MB into the temporary folder at each start that a hard kill ended.
 */
final class Natives {
    private Natives() {
    }

    static void load(Path folder) throws IOException {
        Files.createDirectories(folder);
        NativeLibraryLoader.getInstance().loadLibrary(folder.toString());
        RocksDB.loadLibrary();
    }
}
