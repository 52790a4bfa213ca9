package org.waypost.directory.embedded.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final String LARGE = "x".repeat(1 << 20);

    @TempDir
    Path folder;

    @Test
    void isWastefulWhenMostOfItIsOutOfDateAndThenMadeCompact() throws Exception {
        try (Journal journal = Journal.in(folder)) {
            journal.open(Map.of("kept", "as it is"));
            for (int i = 0; i < 4; i++) {
                assertFalse(journal.isWasteful(), "after " + i);
                journal.append(List.of(put("large", LARGE + i)));
            }
            assertFalse(journal.isWasteful());
            journal.append(List.of(put("large", "small now")));
            assertTrue(journal.isWasteful());
            journal.prepareCompact();
            journal.useCompact();
            assertFalse(journal.isWasteful());
            assertTrue(Files.size(journal.file()) < 200);
            journal.append(List.of(put("after", "it goes on")));
        }
        assertEquals(Map.of("kept", "as it is", "large", "small now", "after", "it goes on"), content());
    }

    @Test
    void isNotWastefulWhileMostOfItIsLive() throws Exception {
        try (Journal journal = Journal.in(folder)) {
            journal.open(Map.of());
            for (int i = 0; i < 10; i++) {
                journal.append(List.of(put("large" + i, LARGE)));
            }
            for (int i = 0; i < 4; i++) {
                journal.append(List.of(new Change("large" + i, Optional.empty())));
            }
            assertFalse(journal.isWasteful());
            journal.append(List.of(new Change("large4", Optional.empty())));
            assertTrue(journal.isWasteful());
        }
    }

    /** As after a kill between the two steps. */
    @Test
    void ignoresACompactOneThatWasNotPutInPlace() throws Exception {
        try (Journal journal = Journal.in(folder)) {
            journal.open(Map.of("id", "first"));
            journal.prepareCompact();
            journal.append(List.of(put("id", "second")));
        }
        assertEquals(Map.of("id", "second"), content());
        try (Journal journal = Journal.in(folder)) {
            journal.open(content());
        }
        assertEquals(Map.of("id", "second"), content());
    }

    @Test
    void goesOnWhereNoCompactOneCanBeWritten() throws Exception {
        try (Journal journal = Journal.in(folder)) {
            journal.open(Map.of());
            Files.createDirectory(folder.resolve("journal.new"));
            for (int i = 0; !journal.isWasteful(); i++) {
                journal.append(List.of(put("large", LARGE + i)));
            }
            assertThrows(IOException.class, journal::prepareCompact);
            assertFalse(journal.isWasteful());
            journal.append(List.of(put("large", "last")));
        }
        assertEquals(Map.of("large", "last"), content());
    }

    private Map<String, String> content() throws IOException {
        return Journal.in(folder).read().entries();
    }

    private static Change put(String id, String ldif) {
        return new Change(id, Optional.of(ldif));
    }
}
