package org.waypost.spool.rocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.mail.ContentId;
import org.waypost.mail.MessageId;
import org.waypost.spool.Spool;
import org.waypost.testkit.spool.SampleMessages;

/** A process that accepts is killed; what it said was accepted is there. */
class CrashTest {
    private static final int ENOUGH = 200;
    private static final int LARGE = 3_000;
    @TempDir
    private Path folder;

    @Test
    void acceptedMessagesSurviveAKill() throws Exception {
        SpoolFixture fixture = new SpoolFixture(folder);
        Set<MessageId> accepted = new HashSet<>();
        for (int round = 0; round < 2; round++) {
            accepted.addAll(acceptAndKill());
            try (RocksSpool spool = fixture.open()) {
                for (MessageId id : accepted) {
                    assertTrue(spool.find(id).toCompletableFuture().join().isPresent(), "lost " + id);
                    int size = spool.read(new ContentId(id.value()), 0, 2 * LARGE).toCompletableFuture().join().remaining();
                    assertTrue(size == 1 || size == LARGE, "content of " + size);
                }
                assertEquals(spool.size(), spool.list(Optional.empty(), 1_000_000).toCompletableFuture().join().size());
            }
        }
        try (Stream<Path> natives = Files.list(fixture.settings().nativeFolder())) {
            assertTrue(natives.count() <= 1, "a kill leaves no further copy of the native library");
        }
    }

    private Set<MessageId> acceptAndKill() throws IOException, InterruptedException {
        Process child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), CrashTest.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        Set<MessageId> accepted = new HashSet<>();
        try (BufferedReader lines = child.inputReader()) {
            String line = lines.readLine();
            while (line != null && accepted.size() < ENOUGH) {
                accepted.add(MessageId.parse(line));
                line = lines.readLine();
            }
        } finally {
            child.destroyForcibly();
        }
        assertTrue(child.waitFor(10, TimeUnit.SECONDS));
        assertEquals(ENOUGH, accepted.size());
        return accepted;
    }

    /** The child: tells of each message after it was accepted, until it is killed. */
    public static void main(String[] args) throws IOException {
        Spool spool = new SpoolFixture(Path.of(args[0])).open();
        for (int i = 0; i < 20; i++) {
            acceptOneAfterTheOther(spool, i);
        }
    }

    private static void acceptOneAfterTheOther(Spool spool, int sender) {
        MessageId id = spool.nextId();
        String content = "x".repeat(sender == 0 ? LARGE : 1);
        spool.accept(SampleMessages.inline(id, content, 2)).whenComplete((nothing, failure) -> {
            if (failure == null) {
                System.out.println(id);
                acceptOneAfterTheOther(spool, sender);
            }
        });
    }
}
