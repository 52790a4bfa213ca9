package org.waypost.eventlog.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.event.EventQuery;
import org.waypost.event.EventType.Severity;
import org.waypost.event.LoggedEvent;
import org.waypost.testkit.time.ManualClock;

class EventStoreTest {
    private static final long MIB = 1 << 20;

    private final ManualClock clock = new ManualClock();
    private final List<String> failures = new ArrayList<>();
    private final EventSearch search = new EventSearch();

    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsReadNewestFirst() {
        EventStore store = store(new StoreSettings(folder, MIB, 30, 10 * MIB));
        LoggedEvent odd = new LoggedEvent(clock.instant(), "SMTP", 9, "", "", Severity.ERROR, 5, "Quote \" \\ \u00fc \ud83d\ude00",
                List.of("a\"b", ""), 0);
        LoggedEvent folded = event(1).repeated(7, clock.instant());
        write(store, event(1), odd, folded);
        assertEquals(List.of(folded, odd, event(1)), search.find(folder, EventQuery.newest(10)));
        assertEquals(List.of(folded), search.find(folder, EventQuery.newest(1)));
        assertEquals(List.of(odd), search.find(folder, EventQuery.newest(10).atLeast(Severity.ERROR)));
    }

    @Test
    void aLineIsAnObjectThatOthersRead() throws IOException {
        EventStore store = store(new StoreSettings(folder, MIB, 30, 10 * MIB));
        write(store, event(1));
        assertEquals("{\"time\":\"2026-01-01T00:00:00Z\",\"source\":\"Queue\",\"id\":1,\"name\":\"HELD\",\"category\":\"Retry\","
                + "\"severity\":\"WARNING\",\"level\":0,\"text\":\"Queue 1.\",\"object\":\"1\",\"parameters\":[\"1\"]}\n",
                Files.readString(folder.resolve("2026-01-01-1.jsonl")));
    }

    @Test
    void eachDayAndEachFullFileBeginsANewOne() throws IOException {
        EventStore store = store(new StoreSettings(folder, 100, 30, MIB));
        write(store, event(1));
        write(store, event(2));
        clock.advance(Duration.ofDays(1));
        write(store, event(3));
        assertEquals(List.of("2026-01-01-1.jsonl", "2026-01-01-2.jsonl", "2026-01-02-1.jsonl"), names());
        assertEquals(List.of("3", "2", "1"), objects(EventQuery.newest(10)));
        assertEquals(List.of("3"), objects(EventQuery.newest(10).between(clock.instant(), Instant.MAX)));
        assertEquals(List.of("2", "1"), objects(EventQuery.newest(10).between(Instant.MIN, clock.instant())));
    }

    @Test
    void filesGoByAgeAndBySize() throws IOException {
        EventStore store = store(new StoreSettings(folder, 100, 2, 100_000));
        write(store, event(1));
        clock.advance(Duration.ofDays(3));
        write(store, event(2));
        assertEquals(List.of("2"), objects(EventQuery.newest(10)), "older than two days");
        store.settings(new StoreSettings(folder, 100, 2, 500));
        IntStream.range(3, 20).forEach(i -> write(store, event(i)));
        long kept = EventFile.in(folder).stream().mapToLong(file -> file.path().toFile().length()).sum();
        assertTrue(kept <= 700, () -> kept + " octets");
        assertEquals("19", objects(EventQuery.newest(1)).get(0));
    }

    @Test
    void twoVersionsAtOnceDoNotShareAFile() {
        EventStore before = store(new StoreSettings(folder, MIB, 30, 10 * MIB));
        EventStore after = store(new StoreSettings(folder, MIB, 30, 10 * MIB));
        write(before, event(1));
        write(after, event(2));
        before.close();
        write(before, event(3));
        assertEquals(List.of("3", "2", "1"), objects(EventQuery.newest(10)), "also what comes after the end");
    }

    @Test
    void aDiskThatRefusesIsToldOnceUntilItTakesAgain() throws IOException {
        Path place = Files.writeString(folder.resolve("file"), "in the way");
        EventStore store = store(new StoreSettings(place, MIB, 30, 10 * MIB));
        write(store, event(1));
        write(store, event(2));
        assertEquals(List.of(place.toString()), failures);
        Files.delete(place);
        write(store, event(3));
        assertEquals(List.of(event(3)), search.find(place, EventQuery.newest(10)));
    }

    @Test
    void damagedFilesCostOnlyWhatIsDamaged() throws IOException {
        EventStore store = store(new StoreSettings(folder, MIB, 30, 10 * MIB));
        IntStream.range(0, 2_000).forEach(i -> store.logged(event(i)));
        store.flush();
        Path file = folder.resolve("2026-01-01-1.jsonl");
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(42);
        for (int round = 0; round < 200; round++) {
            byte[] damaged = whole.clone();
            int hits = 1 + random.nextInt(20);
            for (int hit = 0; hit < hits; hit++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            int length = damaged.length - random.nextInt(300);
            Files.write(file, Arrays.copyOf(damaged, length));
            int found = search.find(folder, EventQuery.newest(EventQuery.MOST)).size();
            assertTrue(found >= 2_000 - 2 * hits - 4 && found <= 2_000, found + " found, round " + round);
        }
    }

    @Test
    void aLineWithoutItsEndIsNone() throws IOException {
        EventStore store = store(new StoreSettings(folder, MIB, 30, 10 * MIB));
        write(store, event(1), event(2));
        Path file = folder.resolve("2026-01-01-1.jsonl");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        assertEquals(List.of("1"), objects(EventQuery.newest(10)));
    }

    @Test
    void rubbishIsNoEvent() throws IOException {
        Random random = new Random(7);
        byte[] rubbish = new byte[3 << 20];
        random.nextBytes(rubbish);
        Files.write(folder.resolve("2026-01-01-1.jsonl"), rubbish);
        Files.write(folder.resolve("2026-01-01-2.jsonl"), new byte[3 << 20]);
        Files.write(folder.resolve("2026-01-01-3.jsonl"), "[[[[[[{{{{\n\n\n{}\nnull".getBytes(StandardCharsets.UTF_8));
        Files.createFile(folder.resolve("2026-13-45-1.jsonl"));
        assertEquals(List.of(), search.find(folder, EventQuery.newest(10)));
        assertFalse(names().isEmpty());
    }

    private EventStore store(StoreSettings settings) {
        return new EventStore(settings, clock, (place, failure) -> failures.add(place));
    }

    private static void write(EventStore store, LoggedEvent... events) {
        List.of(events).forEach(store::logged);
        store.flush();
    }

    private LoggedEvent event(int number) {
        return new LoggedEvent(clock.instant(), "Queue", 1, "HELD", "Retry", Severity.WARNING, 0, "Queue " + number + ".",
                List.of(String.valueOf(number)), 0);
    }

    private List<String> objects(EventQuery query) {
        return search.find(folder, query).stream().map(event -> event.object().orElseThrow()).toList();
    }

    private List<String> names() throws IOException {
        return EventFile.in(folder).stream().map(file -> file.path().getFileName().toString()).toList();
    }
}
