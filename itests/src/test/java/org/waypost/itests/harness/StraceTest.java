package org.waypost.itests.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trace is read right, and strace sees what this process does. */
class StraceTest {
    @Test
    void interruptedCallsAreOrderedByBeginAndEnd() {
        StraceLog log = StraceLog.parse(List.of(
                "11    write(5</spool/1.log>, \"x\", 1) = 1",
                "11    fdatasync(5</spool/1.log> <unfinished ...>",
                "12    write(9<TCP:[1->2]>, \"250 early\", 9) = 9",
                "11    <... fdatasync resumed>)         = 0",
                "12    write(9<TCP:[1->2]>, \"250 late\", 8) = 8",
                "11    fsync(6</spool>) = -1 EIO (Input/output error)"));
        int early = log.firstAfter(-1, call -> call.arguments().contains("early")).orElseThrow().begin();
        int late = log.firstAfter(-1, call -> call.arguments().contains("late")).orElseThrow().begin();
        assertFalse(log.between(-1, early, call -> call.syncs("1.log")));
        assertTrue(log.between(-1, late, call -> call.syncs("1.log")));
        assertFalse(log.between(-1, 100, call -> call.syncs("/spool>")), "a sync that failed is none");
        assertEquals(5, log.calls().size());
    }

    @Test
    void attachesToARunningProcess(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("seen");
        StraceLog log;
        try (Strace strace = Strace.attach(folder, ProcessHandle.current().pid())) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap("text".getBytes()));
                channel.force(true);
            }
            Files.move(file, folder.resolve("moved"));
            log = strace.finish();
        }
        int written = log.firstAfter(-1, call -> call.writes() && call.arguments().contains("\"text\"")).orElseThrow().begin();
        int renamed = log.firstAfter(-1, call -> call.renames() && call.arguments().contains("moved")).orElseThrow().begin();
        assertTrue(log.between(written, renamed, call -> call.syncs("/seen")));
    }
}
