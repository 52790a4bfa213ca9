package org.waypost.testkit.spool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.testkit.spool.SampleMessages.inline;
import static org.waypost.testkit.spool.SampleMessages.recipient;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.waypost.mail.ContentId;
import org.waypost.mail.MessageId;
import org.waypost.mail.Recipient;
import org.waypost.spool.Change;
import org.waypost.spool.Content;
import org.waypost.spool.NewMessage;
import org.waypost.spool.Spool;
import org.waypost.spool.StoredMessage;

/** What every provider of {@link Spool} does. Implement it in a test class and give it an empty spool for each test. */
public interface SpoolContract {
    /** The spool of this test, empty at first, the same at each call. */
    Spool spool();

    @Test
    default void idsGrow() {
        MessageId before = spool().nextId();
        for (int i = 0; i < 5_000; i++) {
            MessageId next = spool().nextId();
            assertTrue(next.compareTo(before) > 0, next + " after " + before);
            before = next;
        }
    }

    @Test
    default void acceptedMessageIsFoundAsItWasGiven() {
        NewMessage message = inline(spool().nextId(), "hello", 3);
        done(spool().accept(message));
        StoredMessage expected = new StoredMessage(message.message(), message.recipients());
        assertEquals(Optional.of(expected), done(spool().find(message.message().id())));
        assertEquals(List.of(expected), done(spool().list(Optional.empty(), 10)));
        assertEquals("hello", text(message.message().content()));
        assertEquals(1, spool().size());
    }

    @Test
    default void everyPartOfTheContentIsRead() {
        MessageId id = spool().nextId();
        ContentId content = new ContentId(id.value());
        List<ByteBuffer> parts = List.of(bytes("one "), bytes("two "), bytes("three"));
        done(spool().accept(SampleMessages.of(id, content, new Content.Inline(parts), 1)));
        assertEquals("two t", StandardCharsets.UTF_8.decode(done(spool().read(content, 4, 5))).toString());
        assertEquals("three", StandardCharsets.UTF_8.decode(done(spool().read(content, 8, 100))).toString());
        assertEquals(0, done(spool().read(content, 13, 5)).remaining());
        assertEquals(0, done(spool().read(content, 1_000, 5)).remaining());
        assertEquals("one ", StandardCharsets.UTF_8.decode(parts.get(0)).toString(), "the caller's buffers are left as they were");
    }

    @Test
    default void appendedContentIsAccepted() {
        MessageId id = spool().nextId();
        ContentId content = new ContentId(id.value());
        done(spool().append(content, 0, bytes("first ")));
        done(spool().append(content, 6, bytes("wrong!")));
        done(spool().append(content, 6, bytes("right")));
        done(spool().accept(SampleMessages.of(id, content, new Content.Stored(content, 11), 1)));
        assertEquals("first right", text(content));
    }

    @Test
    default void acceptFailsWhenAppendedContentIsIncomplete() {
        MessageId id = spool().nextId();
        ContentId content = new ContentId(id.value());
        done(spool().append(content, 0, bytes("short")));
        failure(spool().accept(SampleMessages.of(id, content, new Content.Stored(content, 6), 1)));
        assertEquals(Optional.empty(), done(spool().find(id)));
        assertEquals(0, spool().size());
    }

    @Test
    default void appendLeavesNoHole() {
        ContentId content = new ContentId(spool().nextId().value());
        failure(spool().append(content, 3, bytes("late")));
        done(spool().append(content, 0, bytes("abc")));
        done(spool().append(content, 3, bytes("def")));
        failure(spool().append(content, 7, bytes("late")));
    }

    @Test
    default void discardedContentIsGone() {
        MessageId id = spool().nextId();
        ContentId content = new ContentId(id.value());
        done(spool().append(content, 0, bytes("unwanted")));
        assertInstanceOf(NoSuchElementException.class, failure(spool().read(content, 0, 1)), "read before it is accepted");
        done(spool().discard(content));
        done(spool().discard(content));
        failure(spool().accept(SampleMessages.of(id, content, new Content.Stored(content, 8), 1)));
    }

    @Test
    default void discardLeavesAcceptedContentAlone() {
        MessageId id = spool().nextId();
        ContentId content = new ContentId(id.value());
        done(spool().append(content, 0, bytes("kept")));
        done(spool().accept(SampleMessages.of(id, content, new Content.Stored(content, 4), 1)));
        done(spool().discard(content));
        assertEquals("kept", text(content));
    }

    @Test
    default void acceptMayBeRepeated() {
        NewMessage message = inline(spool().nextId(), "hello", 2);
        done(spool().accept(message));
        Recipient progressed = recipient(1).with(new Recipient.Progress(Recipient.State.WAITING, 3,
                Instant.parse("2026-01-01T01:00:00Z"), true, true, "greylisted"));
        done(spool().apply(List.of(new Change.Put(message.message().id(), progressed)), Spool.Durability.SYNCED));
        done(spool().accept(message));
        assertEquals(List.of(recipient(0), progressed), recipients(message.message().id()));
        assertEquals(1, spool().size());
        done(remove(message.message().id()));
        assertInstanceOf(NoSuchElementException.class, failure(spool().read(message.message().content(), 0, 1)));
    }

    @Test
    default void recipientsAreAddedChangedAndRemoved() {
        MessageId id = accepted("hello", 2);
        Recipient expanded = recipient(0).with(new Recipient.Progress(Recipient.State.EXPANDED, 0, Instant.EPOCH, false, false, ""));
        Recipient child = new Recipient(300, 0, recipient(9).address(), Optional.of("rfc822;x@y"), recipient(9).notifyOn(),
                Recipient.Progress.NEW);
        done(spool().apply(List.of(new Change.Put(id, expanded), new Change.Put(id, child)), Spool.Durability.SYNCED));
        done(spool().apply(List.of(new Change.Remove(id, 1)), Spool.Durability.LAZY));
        assertEquals(List.of(expanded, child), recipients(id));
    }

    @Test
    default void changesOfWhatIsGoneDoNothing() {
        MessageId id = accepted("hello", 1);
        done(remove(id));
        done(remove(id));
        done(spool().apply(List.of(new Change.Put(id, recipient(0)), new Change.Remove(id, 0)), Spool.Durability.SYNCED));
        assertEquals(Optional.empty(), done(spool().find(id)));
        assertEquals(List.of(), done(spool().list(Optional.empty(), 10)));
        assertEquals(0, spool().size());
    }

    @Test
    default void changesAreMadeTogetherOrNotAtAll() {
        MessageId id = accepted("hello", 1);
        MessageId dsn = spool().nextId();
        NewMessage broken = SampleMessages.of(dsn, new ContentId(7), new Content.Shared(new ContentId(7), 1), 1);
        failure(spool().apply(List.of(new Change.RemoveMessage(id), new Change.Accept(broken)), Spool.Durability.SYNCED));
        assertTrue(done(spool().find(id)).isPresent());
        done(spool().apply(List.of(new Change.RemoveMessage(id), new Change.Accept(inline(dsn, "sorry", 1))), Spool.Durability.SYNCED));
        assertFalse(done(spool().find(id)).isPresent());
        assertTrue(done(spool().find(dsn)).isPresent());
    }

    @Test
    default void sharedContentStaysUntilItsLastMessageGoes() {
        MessageId first = accepted("shared", 1);
        ContentId content = new ContentId(first.value());
        MessageId second = spool().nextId();
        done(spool().accept(SampleMessages.of(second, content, new Content.Shared(content, 6), 1)));
        done(remove(first));
        assertEquals("shared", text(content));
        done(remove(second));
        assertInstanceOf(NoSuchElementException.class, failure(spool().read(content, 0, 1)));
    }

    @Test
    default void sharedAppendedContentStaysUntilItsLastMessageGoes() {
        MessageId first = spool().nextId();
        ContentId content = new ContentId(first.value());
        done(spool().append(content, 0, bytes("shared")));
        done(spool().accept(SampleMessages.of(first, content, new Content.Stored(content, 6), 1)));
        MessageId second = spool().nextId();
        Change share = new Change.Accept(SampleMessages.of(second, content, new Content.Shared(content, 6), 1));
        done(spool().apply(List.of(new Change.RemoveMessage(first), share), Spool.Durability.SYNCED));
        assertEquals("shared", text(content));
        done(remove(second));
        assertInstanceOf(NoSuchElementException.class, failure(spool().read(content, 0, 1)));
    }

    @Test
    default void messagesAcceptedTogetherMayShareAContent() {
        MessageId first = spool().nextId();
        MessageId second = spool().nextId();
        ContentId content = new ContentId(first.value());
        done(spool().apply(List.of(new Change.Accept(inline(first, "shared", 1)),
                new Change.Accept(SampleMessages.of(second, content, new Content.Shared(content, 6), 1))), Spool.Durability.SYNCED));
        done(remove(first));
        assertEquals("shared", text(content));
    }

    @Test
    default void listGoesPageByPageInOrder() {
        List<MessageId> ids = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            ids.add(accepted("message " + i, 1 + i % 3));
        }
        done(remove(ids.remove(10)));
        List<MessageId> listed = new ArrayList<>();
        Optional<MessageId> after = Optional.empty();
        List<StoredMessage> page = done(spool().list(after, 7));
        while (!page.isEmpty()) {
            page.forEach(message -> listed.add(message.message().id()));
            after = Optional.of(listed.get(listed.size() - 1));
            page = done(spool().list(after, 7));
        }
        assertEquals(ids, listed);
    }

    @Test
    default void subscribersAreToldOnceOfWhatIsNew() throws InterruptedException {
        accepted("before", 1);
        BlockingQueue<StoredMessage> told = new LinkedBlockingQueue<>();
        Spool.Subscription subscription = spool().subscribe(told::addAll);
        NewMessage message = inline(spool().nextId(), "hello", 2);
        done(spool().accept(message));
        done(spool().accept(message));
        MessageId last = accepted("last", 1);
        assertEquals(new StoredMessage(message.message(), message.recipients()), told.poll(10, TimeUnit.SECONDS));
        assertEquals(last, told.poll(10, TimeUnit.SECONDS).message().id());
        subscription.close();
        subscription.close();
        accepted("after", 1);
        assertTrue(told.isEmpty());
    }

    @Test
    default void leaseHasOneHolder() {
        Spool.Lease lease = spool().lease("queue", "one").orElseThrow();
        assertTrue(lease.isValid());
        assertEquals(Optional.empty(), spool().lease("queue", "two"));
        assertTrue(spool().lease("other", "two").isPresent());
        lease.close();
        assertFalse(lease.isValid());
        Spool.Lease next = spool().lease("queue", "two").orElseThrow();
        lease.close();
        assertTrue(next.isValid(), "a lease that has ended does not end its successor");
    }

    private MessageId accepted(String content, int recipients) {
        MessageId id = spool().nextId();
        done(spool().accept(inline(id, content, recipients)));
        return id;
    }

    private CompletionStage<Void> remove(MessageId id) {
        return spool().apply(List.of(new Change.RemoveMessage(id)), Spool.Durability.SYNCED);
    }

    private List<Recipient> recipients(MessageId id) {
        return done(spool().find(id)).orElseThrow().recipients();
    }

    private String text(ContentId id) {
        return StandardCharsets.UTF_8.decode(done(spool().read(id, 0, 1 << 20))).toString();
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
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
