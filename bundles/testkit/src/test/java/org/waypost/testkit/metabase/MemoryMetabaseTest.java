package org.waypost.testkit.metabase;

import java.time.InstantSource;
import org.waypost.metabase.Metabase;

class MemoryMetabaseTest implements MetabaseContract {
    @Override
    public Metabase open(InstantSource clock) {
        return new MemoryMetabase(clock);
    }
}
