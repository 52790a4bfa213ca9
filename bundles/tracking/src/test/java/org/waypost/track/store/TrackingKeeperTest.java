package org.waypost.track.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.mail.MessageId;
import org.waypost.tracking.LateTracking;
import org.waypost.tracking.TrackingEvent;
import org.waypost.tracking.TrackingKind;
import org.waypost.tracking.TrackingQuestion;

/** A version of the bundle takes over from another one. */
class TrackingKeeperTest {
    @TempDir
    private Path folder;

    /** Binds what was opened to a caller's tracking, as a service registry does. */
    private static final class Offer implements TrackingKeeper.Owner {
        private final CompletableFuture<FileTracking> opened = new CompletableFuture<>();
        private final LateTracking caller;

        Offer(LateTracking caller) {
            this.caller = caller;
        }

        @Override
        public void opened(FileTracking tracking) {
            caller.bind(tracking);
            opened.complete(tracking);
        }

        @Override
        public void closing() {
            caller.unbind(opened.join());
        }
    }

    @Test
    void nothingIsLostWhenOneReplacesAnother() throws Exception {
        LateTracking caller = new LateTracking();
        TrackingFixture fixture = new TrackingFixture(folder, InstantSource.system());
        TrackingSettings settings = fixture.settings(30, 2_048, true);
        Offer older = new Offer(caller);
        Offer newer = new Offer(caller);
        TrackingKeeper first = new TrackingKeeper(settings, fixture.environment(), older);
        first.start();
        older.opened.get(10, TimeUnit.SECONDS);
        try (TrackingKeeper second = new TrackingKeeper(settings, fixture.environment(), newer)) {
            caller.record(event(1));
            second.start();
            assertNull(newer.opened.getNow(null), "the folder has an owner");
            first.close();
            caller.record(event(2));
            FileTracking tracking = newer.opened.get(10, TimeUnit.SECONDS);
            caller.record(event(3));
            assertEquals(List.of(event(3), event(2), event(1)), tracking.find(TrackingQuestion.newest(9)).toCompletableFuture().join());
        }
    }

    private static TrackingEvent event(long id) {
        return TrackingEvent.of(Instant.ofEpochMilli(id), TrackingKind.RECEIVED, new MessageId(id)).build();
    }
}
