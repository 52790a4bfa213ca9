package org.waypost.track.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.mail.MessageId;
import org.waypost.tracking.TrackingEvent;
import org.waypost.tracking.TrackingKind;
import org.waypost.tracking.TrackingQuestion;

class RetentionTest {
    private static final Instant START = Instant.parse("2026-11-29T12:00:00Z");
    private static final long MIB = 1 << 20;
    @TempDir
    private Path folder;
    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    @Test
    void aDayHasFilesOfItsOwnAndOldOnesGo() throws IOException {
        TrackingFixture here = new TrackingFixture(folder, now::get);
        try (FileTracking tracking = here.open()) {
            for (int day = 0; day < 4; day++) {
                now.set(START.plus(Duration.ofDays(day)));
                tracking.record(event(day));
                assertEquals(1, find(tracking, day).size());
            }
            assertEquals(List.of("2026-11-29-0001.jsonl", "2026-11-30-0001.jsonl", "2026-12-01-0001.jsonl", "2026-12-02-0001.jsonl"), names());
            tracking.change(here.settings(2, 2_048, true));
            until(() -> names().size() == 3);
            assertEquals(List.of(), find(tracking, 0));
            assertEquals(1, find(tracking, 1).size());
            assertTrue(here.events().contains(TrackingLogEvent.DELETED));
        }
    }

    @Test
    void aClockThatGoesBackDoesNotMixTheOrder() throws IOException {
        TrackingFixture here = new TrackingFixture(folder, now::get);
        for (int i = 0; i < 3; i++) {
            try (FileTracking tracking = here.open()) {
                now.set(START.minus(Duration.ofDays(i)));
                tracking.record(event(i));
            }
        }
        assertEquals(List.of("2026-11-29-0001.jsonl", "2026-11-29-0002.jsonl", "2026-11-29-0003.jsonl"), names());
        try (FileTracking tracking = here.open()) {
            assertEquals(List.of(event(2), event(1), event(0)), tracking.find(TrackingQuestion.newest(9)).toCompletableFuture().join());
        }
    }

    @Test
    void theDiskItTakesIsBounded() throws IOException {
        TrackingFixture here = new TrackingFixture(folder, now::get);
        try (FileTracking tracking = here.open(16)) {
            for (int i = 0; i < 150_000; i++) {
                tracking.record(event(i));
                if (i % 5_000 == 0) {
                    assertEquals(1, find(tracking, i).size());
                }
            }
            assertEquals(List.of(event(149_999)), tracking.find(TrackingQuestion.newest(1)).toCompletableFuture().join());
            until(() -> octets() < 18 * MIB);
            assertEquals(List.of(), find(tracking, 0));
            assertEquals(0, tracking.status().dropped());
            assertFalse(here.events().contains(TrackingLogEvent.INDEX_FAILED));
        }
    }

    private static List<TrackingEvent> find(FileTracking tracking, long id) {
        return tracking.find(TrackingQuestion.newest(9).message(new MessageId(id))).toCompletableFuture().join();
    }

    private static TrackingEvent event(long id) {
        return TrackingEvent.of(START.plusMillis(id), TrackingKind.RECEIVED, new MessageId(id)).text("250 " + "x".repeat(200)).build();
    }

    private static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "did not come true");
            Thread.onSpinWait();
        }
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".jsonl")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** While files come and go it cannot be told. */
    private long octets() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException | UncheckedIOException e) {
            return Long.MAX_VALUE;
        }
    }
}
