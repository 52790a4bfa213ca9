package org.waypost.track.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.mail.MessageId;
import org.waypost.tracking.TrackingEvent;
import org.waypost.tracking.TrackingKind;
import org.waypost.tracking.TrackingQuestion;

/** A disk that is really full. Needs the right to mount one. */
class FullDiskTest {
    private static final int MEBIBYTE = 1 << 20;
    @TempDir
    private Path folder;
    private Path ballast;

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", folder.toString()), "may not mount");
        ballast = folder.resolve("ballast");
        Files.write(ballast, new byte[20 * MEBIBYTE]);
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        run("umount", folder.toString());
    }

    @Test
    void itIsSaidOnceRecordsAreCountedAndItGoesOnWhenThereIsRoom() throws IOException {
        TrackingFixture fixture = new TrackingFixture(folder, InstantSource.system());
        try (FileTracking tracking = fixture.open()) {
            long id = 0;
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (tracking.status().dropped() == 0) {
                assertTrue(System.nanoTime() < deadline, "did not get full");
                tracking.record(event(++id));
                if (id % 1_000 == 0) {
                    find(tracking);
                }
            }
            Files.delete(ballast);
            long recorded = tracking.status().recorded();
            while (tracking.status().recorded() == recorded) {
                assertTrue(System.nanoTime() < deadline, "did not go on");
                tracking.record(event(++id));
                find(tracking);
            }
            TrackingEvent last = event(++id);
            tracking.record(last);
            assertEquals(List.of(last), find(tracking));
            assertEquals(id, tracking.status().recorded() + tracking.status().dropped());
        }
        assertEquals(1, fixture.events().stream().filter(TrackingLogEvent.WRITE_FAILED::equals).count());
        assertEquals(1, fixture.events().stream().filter(TrackingLogEvent.WRITES_AGAIN::equals).count());
    }

    private static List<TrackingEvent> find(FileTracking tracking) {
        return tracking.find(TrackingQuestion.newest(1)).toCompletableFuture().join();
    }

    private static TrackingEvent event(long id) {
        return TrackingEvent.of(Instant.ofEpochMilli(id), TrackingKind.RECEIVED, new MessageId(id)).text("250 " + "x".repeat(200)).build();
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    }
}
