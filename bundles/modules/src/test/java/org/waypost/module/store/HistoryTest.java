package org.waypost.module.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.modules.Replacement;
import org.waypost.modules.Replacement.Verdict;

class HistoryTest {
    private static final Replacement FIRST = entry(1, "it was worse:\n\ta \\ and a tab");
    private static final Replacement SECOND = entry(2, "");

    @TempDir
    private Path folder;
    private Path file;
    private History history;

    @BeforeEach
    void make() {
        file = folder.resolve("deep/history");
        history = new History(file);
    }

    private static Replacement entry(long number, String reason) {
        return new Replacement(number, Instant.parse("2026-01-31T12:00:00Z"), "alice", "org.waypost.x", "1.0.0", "aa", "1.1.0", "bb",
                Verdict.ROLLED_BACK, reason);
    }

    @Test
    void whatIsWrittenIsRead() throws Exception {
        assertEquals(List.of(), history.all());
        history.add(FIRST);
        history.add(SECOND);
        assertEquals(List.of(FIRST, SECOND), new History(file).all());
    }

    @Test
    void aLineThatWasCutOffIsLeftOutAndTheNextIsNot() throws Exception {
        history.add(FIRST);
        Files.writeString(file, "2\t2026-01-31T12:0", StandardOpenOption.APPEND);
        history.add(SECOND);
        assertEquals(List.of(FIRST, SECOND), history.all());
    }

    @Test
    void damagedLinesAreLeftOut() throws Exception {
        history.add(FIRST);
        String line = Files.readString(file);
        Files.write(file, new byte[] {(byte) 0xff, 0, '\n'}, StandardOpenOption.APPEND);
        Files.writeString(file, line.replace("ROLLED_BACK", "WHAT"), StandardOpenOption.APPEND);
        history.add(SECOND);
        assertEquals(List.of(FIRST, SECOND), history.all());
    }
}
