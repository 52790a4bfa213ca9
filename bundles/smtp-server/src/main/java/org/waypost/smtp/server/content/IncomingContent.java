package org.waypost.smtp.server.content;

import java.nio.ByteBuffer;
import java.util.ArrayList;
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
    private HopCounter hops = new HopCounter();
    private long size;
    private long streamed;
    private boolean bareLineEnds;
    private boolean given;
    private Fault fault = Fault.NONE;
    private CompletionStage<Void> lastAppend = DONE;

    /** @param head our own fields, which come before what the peer sends */
    IncomingContent(ContentId id, byte[] head, SpoolContents spool, ContentMemory memory) {
        this(id, spool, memory);
        memory.take(head.length);
        held.add(ByteBuffer.wrap(head));
    }

    private IncomingContent(ContentId id, SpoolContents spool, ContentMemory memory) {
        this.id = id;
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
        return hops.count();
    }

    public boolean hasBareLineEnds() {
        return bareLineEnds;
    }

    /** Why it cannot be accepted; further parts are dropped. */
    public Fault fault() {
        return fault;
    }

    /**
     * Takes a part; ask the peer for the next when the stage is complete.
     *
     * @return fails when the spool does; pass that to {@link #failed}
     */
    public CompletionStage<Void> add(ByteBuffer part, boolean bare, Limits limits) {
        bareLineEnds |= bare;
        size += part.remaining();
        if (fault == Fault.NONE && size > limits.messageSize()) {
            fail(Fault.TOO_LARGE);
        }
        if (fault != Fault.NONE || !part.hasRemaining()) {
            return DONE;
        }
        hops.feed(part);
        int length = part.remaining();
        if (streamed == 0 && held.octets() + length <= limits.streamAbove() && memory.tryTake(length)) {
            held.add(part);
            return DONE;
        }
        return stream(part);
    }

    /** The stage of {@link #add} failed. */
    public void failed(boolean full) {
        fail(full ? Fault.NO_ROOM : Fault.NOT_STORED);
    }

    /** Frees memory and spool. May be called more than once, also while an append is under way. */
    public void release() {
        if (given) {
            return;
        }
        given = true;
        memory.give(held.octets());
        held.drain();
        if (streamed > 0) {
            lastAppend.whenComplete((done, failure) -> spool.discard(id));
        }
    }

    /** What is to be accepted. {@link #release} does nothing from now on; see {@link #returned}. */
    Content handOver() {
        given = true;
        return streamed > 0 ? new Content.Stored(id, streamed) : new Content.Inline(held.parts());
    }

    /** The spool has, or has refused, what was handed over. */
    void returned(boolean accepted) {
        memory.give(held.octets());
        held.drain();
        if (streamed > 0 && !accepted) {
            spool.discard(id);
        }
    }

    private void fail(Fault why) {
        release();
        fault = why;
    }

    private CompletionStage<Void> stream(ByteBuffer part) {
        int freed = held.octets();
        List<ByteBuffer> parts = new ArrayList<>(held.drain());
        parts.add(part);
        CompletionStage<Void> all = DONE;
        for (ByteBuffer next : parts) {
            long offset = streamed;
            streamed += next.remaining();
            all = all.thenCompose(done -> spool.append(id, offset, next));
        }
        lastAppend = all.whenComplete((done, failure) -> memory.give(freed));
        return lastAppend;
    }

    /** As plain data; gives up the memory it was counted with. */
    public Map<String, Object> freeze() {
        if (!given) {
            memory.give(held.octets());
        }
        return Map.of("id", id.value(), "bytes", held.bytes(), "size", size, "streamed", streamed, "bare", bareLineEnds,
                "given", given, "fault", fault.name(), "hops", hops.freeze());
    }

    /** @throws RuntimeException if the data is not of {@link #freeze} */
    public static IncomingContent thaw(Map<?, ?> frozen, SpoolContents spool, ContentMemory memory) {
        IncomingContent content = new IncomingContent(new ContentId((Long) frozen.get("id")), spool, memory);
        content.size = (Long) frozen.get("size");
        content.streamed = (Long) frozen.get("streamed");
        content.bareLineEnds = (Boolean) frozen.get("bare");
        content.given = (Boolean) frozen.get("given");
        content.fault = Fault.valueOf((String) frozen.get("fault"));
        content.hops = HopCounter.thaw((List<?>) frozen.get("hops"));
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
