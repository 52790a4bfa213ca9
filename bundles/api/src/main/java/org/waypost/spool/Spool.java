package org.waypost.spool;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.waypost.mail.ContentId;
import org.waypost.mail.MessageId;

/**
 * The durable message store. Every method may be called from any thread and returns at once; stages
 * complete in threads of the spool, so what follows must not wait. A stage that completes
 * exceptionally with {@link SpoolFullException} means no room: nothing was stored and nothing lost;
 * any other exception means a broken machine.
 *
 * <p>Reads, appends and accepts carry all they need (ids and offsets), so a caller may go on with
 * another provider of the same folder in the middle of a content.
 */
@ProviderType
public interface Spool {
    /** A fresh message id, larger than all before it. Its value serves as content id too. */
    MessageId nextId();

    /**
     * Appends to a content that is too large to be held in memory. Appends of one content are made
     * one after the other.
     *
     * @param offset octets appended before; a repeated append at the same offset overwrites, one that
     *     would leave a hole fails
     * @param bytes its remaining bytes, which are read until the stage completes; its position stays
     * @return completes when the bytes are written (not yet synced)
     */
    CompletionStage<Void> append(ContentId id, long offset, ByteBuffer bytes);

    /** Gives up a content that was appended to and will not be accepted. An accepted content stays. */
    CompletionStage<Void> discard(ContentId id);

    /** Makes a message durable: on completion content and envelope, record and name, survive a power cut. */
    default CompletionStage<Void> accept(NewMessage message) {
        return apply(List.of(new Change.Accept(message)), Durability.SYNCED);
    }

    /**
     * Makes changes together or not at all. They may be repeated: a message that is in the spool
     * already is not accepted again, and changes of a message that is gone do nothing. Accepts come
     * first, whatever their place, so a content may be shared with a message that is removed with them.
     */
    CompletionStage<Void> apply(List<Change> changes, Durability durability);

    /**
     * Reads a part of an accepted content.
     *
     * @param offset 0 or more
     * @param max 1 or more
     * @return up to {@code max} octets; empty at the end; exceptionally with
     *     {@link java.util.NoSuchElementException} if there is no such content (any more)
     */
    CompletionStage<ByteBuffer> read(ContentId id, long offset, int max);

    /**
     * Messages in order of their ids, without reading contents.
     *
     * @param after the last id of the page before; empty for the first page
     * @param limit 1 or more
     * @return empty after the last page
     */
    CompletionStage<List<StoredMessage>> list(Optional<MessageId> after, int limit);

    /** One message, if it is still in the spool. */
    CompletionStage<Optional<StoredMessage>> find(MessageId id);

    /** Messages in the spool now. */
    long size();

    /**
     * Tells of messages accepted from now on, after they are durable, in batches, in a thread of the
     * spool that must not be held up.
     *
     * @return ends the subscription; may be called more than once
     */
    Subscription subscribe(Consumer<List<StoredMessage>> accepted);

    /**
     * The right to work on something alone, such as running the queue.
     *
     * @return empty while another holder has it
     */
    Optional<Lease> lease(String name, String holder);

    /** See {@link Spool#subscribe}. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /** See {@link Spool#lease}. It ends with {@link #close()} or with the spool. */
    interface Lease extends AutoCloseable {
        /** Whether it is still held. */
        boolean isValid();

        @Override
        void close();
    }

    /** When a change is complete. */
    enum Durability {
        /** It would survive a power cut. */
        SYNCED,
        /** It would survive the end of the process; a power cut may undo it. For what can be derived again. */
        LAZY
    }
}
