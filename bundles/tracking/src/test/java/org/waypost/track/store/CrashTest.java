package org.waypost.track.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.mail.MessageId;
import org.waypost.tracking.TrackingEvent;
import org.waypost.tracking.TrackingKind;
import org.waypost.tracking.TrackingQuestion;

/** A process that records is killed; what it said was in an answer is found afterwards, once, and through the index. */
class CrashTest {
    private static final int ROUNDS = 4;
    private static final int STEP = 5_000;
    @TempDir
    private Path folder;

    @Test
    void whatWasWrittenSurvivesAKill() throws Exception {
        Random random = new Random(6);
        long acknowledged = 0;
        for (int round = 0; round < ROUNDS; round++) {
            acknowledged = recordAndKill(3 + random.nextInt(6));
            tearLastLine();
            TrackingFixture fixture = new TrackingFixture(folder, InstantSource.system());
            try (FileTracking tracking = fixture.open()) {
                long last = find(tracking, TrackingQuestion.newest(1)).get(0).message().value();
                assertTrue(last >= acknowledged, last + " instead of " + acknowledged);
                for (int i = 0; i < 50; i++) {
                    MessageId id = new MessageId(1 + random.nextInt((int) acknowledged));
                    assertEquals(List.of(event(id.value())), find(tracking, TrackingQuestion.newest(10).message(id)));
                }
            }
            assertTrue(fixture.events().contains(TrackingLogEvent.TORN), fixture.events().toString());
            assertFalse(fixture.events().contains(TrackingLogEvent.INDEX_FAILED), fixture.events().toString());
        }
    }

    /** As a loss of power leaves it. */
    private void tearLastLine() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Path last = files.filter(file -> file.toString().endsWith(".jsonl")).max(Path::compareTo).orElseThrow();
            Files.writeString(last, "{\"time\":\"2026-11-29T12:00", StandardOpenOption.APPEND);
        }
    }

    private long recordAndKill(int answers) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), CrashTest.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        long acknowledged = 0;
        try (BufferedReader lines = child.inputReader()) {
            String line = lines.readLine();
            for (int seen = 0; line != null && seen < answers; seen++) {
                acknowledged = Long.parseLong(line);
                line = lines.readLine();
            }
        } finally {
            child.destroyForcibly();
        }
        assertTrue(child.waitFor(10, TimeUnit.SECONDS));
        assertTrue(acknowledged > 0);
        return acknowledged;
    }

    /** The child: records on, and tells of the last one that was in an answer, until it is killed. */
    public static void main(String[] args) throws IOException {
        FileTracking tracking = new TrackingFixture(Path.of(args[0]), InstantSource.system()).open();
        List<TrackingEvent> newest = find(tracking, TrackingQuestion.newest(1));
        long id = newest.isEmpty() ? 0 : newest.get(0).message().value();
        while (true) {
            for (int i = 0; i < STEP; i++) {
                tracking.record(event(++id));
            }
            System.out.println(find(tracking, TrackingQuestion.newest(1)).get(0).message().value());
        }
    }

    private static TrackingEvent event(long id) {
        return TrackingEvent.of(Instant.ofEpochMilli(1_000 * id), TrackingKind.RECEIVED, new MessageId(id)).text("250 " + "x".repeat(200)).build();
    }

    private static List<TrackingEvent> find(FileTracking tracking, TrackingQuestion question) {
        return tracking.find(question).toCompletableFuture().join();
    }
}
