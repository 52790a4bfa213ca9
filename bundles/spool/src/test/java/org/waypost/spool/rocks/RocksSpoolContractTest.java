package org.waypost.spool.rocks;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.spool.Spool;
import org.waypost.testkit.spool.SpoolContract;

class RocksSpoolContractTest implements SpoolContract {
    @TempDir
    private Path folder;
    private RocksSpool spool;

    @BeforeEach
    void open() throws IOException {
        spool = new SpoolFixture(folder).open();
    }

    @AfterEach
    void close() throws IOException {
        spool.close();
    }

    @Override
    public Spool spool() {
        return spool;
    }
}
