package org.waypost.smtp.server.content;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.mail.ContentId;
import org.waypost.smtp.server.settings.Limits;
import org.waypost.spool.Content;

/**
 * The content of a message on its way in: held in memory while it is small and memory lasts, else
 * streamed to the spool. To be used from the connection's mailbox only.
 */
public final class IncomingContent {
    private static final CompletionStage<Void> DONE = CompletableFuture.completedFuture(null);

    private final ContentId id;
    private final SpoolContents spool;
    private final ContentMemory memory;
    private final HeldParts held = new HeldParts();
    private final PassingHeader header;
    private long size;
    private long streamed;
    private boolean spooled;
    private boolean bareLineEnds;
    private boolean given;
    private boolean abandoned;
    private Fault fault = Fault.NONE;
    private List<ByteBuffer> appending = List.of();
    private CompletionStage<Void> lastAppend = DONE;

    /**
     * @param head our own fields, which come before what the peer sends
     * @param header what is done with the peer's header
     */
    IncomingContent(ContentId id, byte[] head, PassingHeader header, SpoolContents spool, ContentMemory memory) {
        this(id, header, spool, memory);
        memory.take(head.length);
        held.add(ByteBuffer.wrap(head));
    }

    private IncomingContent(ContentId id, PassingHeader header, SpoolContents spool, ContentMemory memory) {
        this.id = id;
        this.header = header;
        this.spool = spool;
        this.memory = memory;
    }

    public ContentId id() {
        return id;
    }

    /** Octets the peer sent. */
    public long size() {
        return size;
    }

    public int hops() {
        return header.hops();
    }

    /** Octets that are to be stored: those the peer sent and our own fields. */
    public long octets() {
        return spooled ? streamed : held.octets();
    }

    /** The Message-ID field with angle brackets; empty if there is none or it is not tracked. */
    public String messageId() {
        return header.messageId();
    }

    public boolean hasBareLineEnds() {
        return bareLineEnds;
    }

    /** Why it cannot be accepted; further parts are dropped. */
    public Fault fault() {
        return fault;
    }

    /**
     * Takes a part.
     *
     * @param last whether the message ends with it
     * @return whether there is nothing to wait for; else {@link #flush} comes before the next part
     */
    public boolean add(ByteBuffer part, boolean bare, boolean last, Limits limits) {
        bareLineEnds |= bare;
        size += part.remaining();
        if (fault == Fault.NONE && size > limits.messageSize()) {
            fail(Fault.TOO_LARGE);
        }
        if (fault != Fault.NONE) {
            return true;
        }
        List<ByteBuffer> parts = header.pass(part, last);
        int length = octets(parts);
        return length == 0 || hold(parts, length, limits);
    }

    private boolean hold(List<ByteBuffer> parts, int length, Limits limits) {
        boolean fits = !spooled && held.octets() + length <= limits.streamAbove() && memory.tryTake(length);
        if (!fits) {
            memory.take(length);
        }
        parts.stream().filter(ByteBuffer::hasRemaining).forEach(held::add);
        return fits;
    }

    /** Streams to the spool what is held. {@link #flushed}, {@link #unflushed} or {@link #failed} comes next. */
    public CompletionStage<Void> flush() {
        spooled = true;
        appending = held.drain();
        CompletionStage<Void> all = DONE;
        long offset = streamed;
        for (ByteBuffer part : appending) {
            long at = offset;
            offset += part.remaining();
            all = all.thenCompose(done -> spool.append(id, at, part));
        }
        lastAppend = all;
        return all;
    }

    /** The spool has what was to be streamed. */
    public void flushed() {
        streamed += appendingOctets();
        memory.give(appendingOctets());
        appending = List.of();
    }

    /** The spool was away: what was to be streamed is held again, for another {@link #flush}. */
    public void unflushed() {
        appending.forEach(held::add);
        appending = List.of();
    }

    /** The spool cannot take it. */
    public void failed(boolean full) {
        fail(full ? Fault.NO_ROOM : Fault.NOT_STORED);
    }

    /** Frees memory and spool. May be called more than once, also while an append is under way. */
    public synchronized void release() {
        abandoned = true;
        if (!given) {
            free(spooled);
        }
    }

    /** What is to be accepted. One of the next three methods comes next; until then {@link #release} waits. */
    synchronized Content handOver() {
        given = true;
        return spooled ? new Content.Stored(id, streamed) : new Content.Inline(held.parts());
    }

    /** The spool has it. Any thread. */
    synchronized void accepted() {
        free(false);
    }

    /** The spool would not have it. Any thread. */
    synchronized void refused() {
        free(spooled);
    }

    /** The spool was away and saw nothing of it. Any thread. */
    synchronized void takenBack() {
        given = false;
        if (abandoned) {
            free(spooled);
        }
    }

    private void free(boolean discard) {
        given = true;
        memory.give(held.octets() + appendingOctets());
        held.drain();
        appending = List.of();
        if (discard) {
            lastAppend.whenComplete((done, failure) -> spool.discard(id));
        }
    }

    private int appendingOctets() {
        return octets(appending);
    }

    private static int octets(List<ByteBuffer> parts) {
        return parts.stream().mapToInt(ByteBuffer::remaining).sum();
    }

    private void fail(Fault why) {
        release();
        fault = why;
    }

    /** As plain data; gives up the memory it was counted with. */
    public Map<String, Object> freeze() {
        if (!given) {
            memory.give(held.octets());
        }
        Map<String, Object> data = new HashMap<>(Map.of("spooled", spooled, "id", id.value(), "bytes", held.bytes(), "size", size,
                "streamed", streamed, "bare", bareLineEnds, "given", given, "fault", fault.name()));
        data.putAll(header.freeze());
        return data;
    }

    /** @throws RuntimeException if the data is not of {@link #freeze} */
    public static IncomingContent thaw(Map<?, ?> frozen, SpoolContents spool, ContentMemory memory) {
        IncomingContent content = new IncomingContent(new ContentId((Long) frozen.get("id")), PassingHeader.thaw(frozen), spool, memory);
        content.size = (Long) frozen.get("size");
        content.streamed = (Long) frozen.get("streamed");
        content.spooled = (Boolean) frozen.get("spooled");
        content.bareLineEnds = (Boolean) frozen.get("bare");
        content.given = (Boolean) frozen.get("given");
        content.fault = Fault.valueOf((String) frozen.get("fault"));
        byte[] bytes = (byte[]) frozen.get("bytes");
        if (bytes.length > 0) {
            memory.take(bytes.length);
            content.held.add(ByteBuffer.wrap(bytes));
        }
        return content;
    }

    /** See {@link #fault()}. */
    public enum Fault {
        NONE,
        TOO_LARGE,
        NO_ROOM,
        NOT_STORED
    }
}
