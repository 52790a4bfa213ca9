package org.waypost.spool.rocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.mail.ContentId;
import org.waypost.mail.MessageId;
import org.waypost.spool.Change;
import org.waypost.spool.NewMessage;
import org.waypost.spool.Spool;
import org.waypost.spool.SpoolFullException;
import org.waypost.testkit.spool.SampleMessages;

/** A disk that is really full, without a reserve that would refuse before. Needs the right to mount one. */
class FullDiskTest {
    private static final int MEBIBYTE = 1 << 20;
    @TempDir
    private Path folder;
    private Path ballast;

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", folder.toString()), "may not mount");
        ballast = folder.resolve("ballast");
        Files.write(ballast, new byte[16 * MEBIBYTE]);
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        run("umount", folder.toString());
    }

    @Test
    void fullDiskRefusesLosesNothingAndRecovers() throws IOException {
        SpoolFixture fixture = new SpoolFixture(folder);
        List<MessageId> accepted = new ArrayList<>();
        List<MessageId> refused = new ArrayList<>();
        try (RocksSpool spool = RocksSpool.open(fixture.settings(0), fixture.environment()).orElseThrow()) {
            while (refused.size() < 20) {
                MessageId id = spool.nextId();
                Optional<Throwable> failure = failure(() -> spool.accept(SampleMessages.inline(id, "x".repeat(1_000), 200)));
                failure.ifPresent(cause -> assertInstanceOf(SpoolFullException.class, cause));
                (failure.isPresent() ? refused : accepted).add(id);
            }
            Files.delete(ballast);
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            NewMessage late = SampleMessages.inline(spool.nextId(), "late", 1);
            while (failure(() -> spool.accept(late)).isPresent()) {
                assertTrue(System.nanoTime() < deadline, "did not recover");
            }
            accepted.add(late.message().id());
            spool.apply(List.of(new Change.RemoveMessage(accepted.remove(0))), Spool.Durability.SYNCED).toCompletableFuture().join();
            assertEquals(accepted.size(), spool.size());
        }
        try (RocksSpool spool = RocksSpool.open(fixture.settings(0), fixture.environment()).orElseThrow()) {
            assertEquals(accepted, spool.list(Optional.empty(), 1_000_000).toCompletableFuture().join().stream()
                    .map(message -> message.message().id()).toList(), "all that was accepted and nothing that was refused");
        }
    }

    @Test
    void fullDiskRefusesLargeContents() throws IOException {
        SpoolFixture fixture = new SpoolFixture(folder);
        try (RocksSpool spool = RocksSpool.open(fixture.settings(0), fixture.environment()).orElseThrow()) {
            ContentId id = new ContentId(spool.nextId().value());
            ByteBuffer part = ByteBuffer.allocate(MEBIBYTE);
            Optional<Throwable> failure = Optional.empty();
            for (long offset = 0; failure.isEmpty(); offset += MEBIBYTE) {
                long next = offset;
                failure = failure(() -> spool.append(id, next, part));
            }
            assertInstanceOf(SpoolFullException.class, failure.get());
            assertEquals(Optional.empty(), failure(() -> spool.discard(id)));
            assertEquals(Optional.empty(), failure(() -> spool.accept(SampleMessages.inline(spool.nextId(), "x", 1))));
        }
    }

    private static Optional<Throwable> failure(Supplier<CompletionStage<Void>> work) {
        return work.get().handle((nothing, failure) -> Optional.ofNullable(failure)).toCompletableFuture().join();
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    }
}
