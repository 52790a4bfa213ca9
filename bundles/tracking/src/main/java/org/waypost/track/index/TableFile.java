package org.waypost.track.index;

import java.nio.file.Path;
import org.rocksdb.EnvOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileWriter;
import org.waypost.track.file.LogFile;

/** Writes the rows of a block to a file that RocksDB can take over. */
final class TableFile {
    private TableFile() {
    }

    static void write(Path path, LogFile file, int number, BlockBuilder block) throws RocksDBException {
        try (Options options = new Options(); EnvOptions environment = new EnvOptions();
                SstFileWriter writer = new SstFileWriter(environment, options)) {
            writer.open(path.toString());
            writer.put(Keys.block(file, number), block.block().bytes());
            block.postings((term, lines) -> writer.put(Keys.term(file, term, number), lines));
            writer.finish();
        }
    }
}
