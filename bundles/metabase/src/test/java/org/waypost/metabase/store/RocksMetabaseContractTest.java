package org.waypost.metabase.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.metabase.Metabase;
import org.waypost.testkit.metabase.MetabaseContract;

class RocksMetabaseContractTest implements MetabaseContract {
    private final List<RocksMetabase> opened = new ArrayList<>();
    @TempDir
    private Path folder;

    @Override
    public Metabase open(InstantSource clock) throws IOException {
        RocksMetabase metabase = new MetabaseFixture(folder.resolve(String.valueOf(opened.size())), clock, pid -> Optional.empty()).open();
        opened.add(metabase);
        return metabase;
    }

    @AfterEach
    void close() throws IOException {
        for (RocksMetabase metabase : opened) {
            metabase.close();
        }
    }
}
