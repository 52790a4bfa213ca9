package org.waypost.track.index;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.rocksdb.CompressionType;
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
        // It is compressed when it is merged with the others of its file.
        try (Options options = new Options().setCompressionType(CompressionType.NO_COMPRESSION);
                EnvOptions environment = new EnvOptions();
                SstFileWriter writer = new SstFileWriter(environment, options)) {
            writer.open(path.toString());
            writer.put(Keys.block(file, number), block.block().bytes());
            ByteBuffer key = ByteBuffer.allocateDirect(Keys.LONGEST);
            block.postings((term, lines) -> {
                Keys.term(key.clear(), file, term, number);
                writer.put(key.flip(), lines);
            });
            writer.finish();
        }
    }
}
