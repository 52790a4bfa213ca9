package org.waypost.spool.rocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.testkit.spool.SampleMessages;

class SpoolKeeperTest implements SpoolKeeper.Owner {
    @TempDir
    private Path folder;
    private final BlockingQueue<RocksSpool> opened = new LinkedBlockingQueue<>();
    private final BlockingQueue<RocksSpool> closing = new LinkedBlockingQueue<>();

    @Override
    public void opened(RocksSpool spool) {
        opened.add(spool);
    }

    @Override
    public void closing(RocksSpool spool) {
        closing.add(spool);
    }

    @Test
    void newerSpoolOpensWhenTheOlderLetsGo() throws Exception {
        SpoolFixture fixture = new SpoolFixture(folder);
        RocksSpool older = fixture.open();
        try (SpoolKeeper keeper = new SpoolKeeper(fixture.settings(), fixture.environment(), this)) {
            assertNull(opened.poll(200, TimeUnit.MILLISECONDS), "two owners of one folder");
            older.accept(SampleMessages.inline(older.nextId(), "x", 1)).toCompletableFuture().join();
            older.close();
            RocksSpool newer = opened.poll(10, TimeUnit.SECONDS);
            assertNotNull(newer);
            assertEquals(1, newer.size());
        }
        assertEquals(1, closing.size());
        fixture.open().close();
    }

    @Test
    void settingsAreTakenOverInPlaceWherePossible() throws Exception {
        SpoolFixture fixture = new SpoolFixture(folder);
        SpoolSettings first = fixture.settings();
        try (SpoolKeeper keeper = new SpoolKeeper(first, fixture.environment(), this)) {
            RocksSpool spool = opened.poll(10, TimeUnit.SECONDS);
            keeper.change(fixture.settings(1));
            keeper.change(new SpoolSettings(folder.resolve("other"), first.nativeFolder(), first.inlineBelow(), first.reserve(),
                    first.pending(), first.writeBuffer(), first.blockCache()));
            assertSame(spool, closing.poll(10, TimeUnit.SECONDS));
            assertNotNull(opened.poll(10, TimeUnit.SECONDS));
            assertEquals(0, opened.size());
        }
    }
}
