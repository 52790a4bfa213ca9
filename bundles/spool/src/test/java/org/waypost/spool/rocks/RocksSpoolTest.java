package org.waypost.spool.rocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.mail.ContentId;
import org.waypost.mail.MessageId;
import org.waypost.service.ServiceAwayException;
import org.waypost.spool.Change;
import org.waypost.spool.Content;
import org.waypost.spool.NewMessage;
import org.waypost.spool.Spool;
import org.waypost.spool.SpoolFullException;
import org.waypost.testkit.spool.SampleMessages;

class RocksSpoolTest {
    @TempDir
    private Path folder;
    private SpoolFixture fixture;

    @BeforeEach
    void prepare() {
        fixture = new SpoolFixture(folder);
    }

    @Test
    void acceptedMessagesAreThereAfterReopening() throws IOException {
        NewMessage small;
        NewMessage large;
        try (RocksSpool spool = fixture.open()) {
            small = SampleMessages.inline(spool.nextId(), "small", 2);
            large = SampleMessages.inline(spool.nextId(), "x".repeat(5_000), 1);
            done(spool.accept(small));
            done(spool.accept(large));
        }
        try (RocksSpool spool = fixture.open()) {
            assertEquals(2, spool.size());
            assertEquals(small.recipients(), done(spool.find(small.message().id())).orElseThrow().recipients());
            assertEquals(5_000, done(spool.read(large.message().content(), 0, 10_000)).remaining());
            assertTrue(spool.nextId().compareTo(large.message().id()) > 0);
        }
    }

    @Test
    void idsGrowThoughTheClockGoesBack() throws IOException {
        MessageId before;
        try (RocksSpool spool = fixture.open()) {
            before = spool.nextId();
            fixture.clock.advance(Duration.ofDays(-1));
            MessageId after = spool.nextId();
            assertTrue(after.compareTo(before) > 0);
            before = after;
        }
        try (RocksSpool spool = fixture.open()) {
            MessageId after = spool.nextId();
            assertTrue(after.compareTo(before) > 0);
            assertEquals(before.value() % 1_024, after.value() % 1_024, "the node number stays");
        }
    }

    @Test
    void folderHasOneOwner() throws IOException {
        try (RocksSpool spool = fixture.open()) {
            assertEquals(Optional.empty(), RocksSpool.open(fixture.settings(), fixture.environment()));
            done(spool.accept(SampleMessages.inline(spool.nextId(), "x", 1)));
        }
        fixture.open().close();
    }

    @Test
    void appendedContentIsContinuedByTheNextSpool() throws IOException {
        MessageId id;
        ContentId content;
        try (RocksSpool spool = fixture.open()) {
            id = spool.nextId();
            content = new ContentId(id.value());
            done(spool.append(content, 0, ByteBuffer.wrap(new byte[3_000])));
        }
        try (RocksSpool spool = fixture.open()) {
            done(spool.append(content, 3_000, ByteBuffer.wrap(new byte[2_000])));
            done(spool.accept(SampleMessages.of(id, content, new Content.Stored(content, 5_000), 1)));
            assertEquals(5_000, done(spool.read(content, 0, 10_000)).remaining());
        }
    }

    @Test
    void closingFinishesWhatWasBegunAndRefusesTheRest() throws IOException {
        RocksSpool spool = fixture.open();
        Spool.Lease lease = spool.lease("queue", "test").orElseThrow();
        List<CompletableFuture<Void>> accepts = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            accepts.add(spool.accept(SampleMessages.inline(spool.nextId(), "x", 1)).toCompletableFuture());
        }
        spool.close();
        accepts.forEach(CompletableFuture::join);
        assertFalse(lease.isValid());
        assertInstanceOf(ServiceAwayException.class, failure(spool.find(new MessageId(1))));
        assertInstanceOf(ServiceAwayException.class, failure(spool.accept(SampleMessages.inline(new MessageId(1), "x", 1))));
        spool.close();
        try (RocksSpool next = fixture.open()) {
            assertEquals(500, next.size());
            assertEquals(500, done(next.list(Optional.empty(), 1_000)).size());
        }
    }

    @Test
    void fullDiskRefusesMailButTakesResults() throws IOException {
        try (RocksSpool spool = fixture.open()) {
            MessageId id = spool.nextId();
            done(spool.accept(SampleMessages.inline(id, "x", 1)));
            fixture.free.set(10 * SpoolFixture.MIB);
            spool.adjust(fixture.settings());
            NewMessage late = SampleMessages.inline(spool.nextId(), "x", 1);
            assertInstanceOf(SpoolFullException.class, failure(spool.accept(late)));
            assertInstanceOf(SpoolFullException.class, failure(spool.append(new ContentId(7), 0, ByteBuffer.allocate(1))));
            assertTrue(fixture.events.contains(SpoolEvent.FULL));
            done(spool.apply(List.of(new Change.RemoveMessage(id)), Spool.Durability.SYNCED));
            assertEquals(0, spool.size());
            fixture.free.set(1_000 * SpoolFixture.MIB);
            until(() -> fixture.events.contains(SpoolEvent.ROOM_AGAIN));
            done(spool.accept(late));
        }
    }

    @Test
    void tooMuchPendingIsRefused() {
        PendingCommits pending = new PendingCommits(10_000);
        List<Change> accept = List.of(new Change.Accept(SampleMessages.inline(new MessageId(1), "x".repeat(9_000), 1)));
        pending.add(Commit.of(accept, true));
        assertThrows(SpoolFullException.class, () -> pending.add(Commit.of(accept, true)));
        pending.add(Commit.of(List.of(new Change.RemoveMessage(new MessageId(1))), true));
    }

    @Test
    void sweepRemovesOldFilesThatBelongToNoMessage() throws IOException {
        ContentId kept;
        ContentId orphan;
        ContentId fresh;
        try (RocksSpool spool = fixture.open()) {
            kept = file(spool, true);
            orphan = file(spool, false);
            fresh = file(spool, false);
        }
        assertEquals(3, files().size());
        FileTime old = FileTime.from(fixture.clock.instant().minus(Duration.ofHours(2)));
        for (Path file : files()) {
            if (!file.endsWith(new MessageId(fresh.value()).toString())) {
                Files.setLastModifiedTime(file, old);
            }
        }
        try (RocksSpool spool = fixture.open()) {
            until(() -> fixture.events.contains(SpoolEvent.SWEPT));
            assertEquals(2_000, done(spool.read(kept, 0, 3_000)).remaining());
        }
        List<String> left = files().stream().map(file -> file.getFileName().toString()).toList();
        assertEquals(2, left.size());
        assertFalse(left.contains(new MessageId(orphan.value()).toString()));
    }

    @Test
    void fileGoesWithItsLastMessage() throws IOException {
        try (RocksSpool spool = fixture.open()) {
            ContentId content = file(spool, true);
            assertEquals(1, files().size());
            done(spool.apply(List.of(new Change.RemoveMessage(new MessageId(content.value()))), Spool.Durability.LAZY));
            until(() -> files().isEmpty());
        }
    }

    private static ContentId file(Spool spool, boolean accepted) {
        MessageId id = spool.nextId();
        ContentId content = new ContentId(id.value());
        done(spool.append(content, 0, ByteBuffer.wrap(new byte[2_000])));
        if (accepted) {
            done(spool.accept(SampleMessages.of(id, content, new Content.Stored(content, 2_000), 1)));
        }
        return content;
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.walk(folder.resolve("spool/content"))) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "did not come true in time");
            Thread.onSpinWait();
        }
    }

    private static <R> R done(CompletionStage<R> stage) {
        try {
            return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("did not complete", e);
        }
    }

    private static Throwable failure(CompletionStage<?> stage) {
        return assertThrows(ExecutionException.class, () -> stage.toCompletableFuture().get(10, TimeUnit.SECONDS)).getCause();
    }
}
