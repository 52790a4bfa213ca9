package org.waypost.testkit.spool;

import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.waypost.mail.ContentId;
import org.waypost.mail.MessageId;
import org.waypost.service.ServiceAwayException;
import org.waypost.spool.Change;
import org.waypost.spool.Spool;
import org.waypost.spool.SpoolFullException;
import org.waypost.spool.StoredMessage;

/**
 * A spool that forgets all when it is dropped. Its stages are complete when they are returned, and
 * subscribers are told before that, in the calling thread, so tests need not wait. Any thread.
 */
public final class MemorySpool implements Spool {
    private final MemoryContents contents = new MemoryContents();
    private final MemoryMessages messages = new MemoryMessages(contents);
    private final List<Consumer<List<StoredMessage>>> subscribers = new CopyOnWriteArrayList<>();
    private final Map<String, MemoryLease> leases = new HashMap<>();
    private final AtomicLong last = new AtomicLong();
    private final InstantSource clock;
    private volatile boolean full;
    private volatile boolean closed;

    /** @param clock for the ids */
    public MemorySpool(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether accepts and appends are refused for want of room from now on. */
    public void full(boolean isFull) {
        full = isFull;
    }

    /** From now on every call fails as that of a spool which went away; leases end. */
    public void close() {
        closed = true;
    }

    /** How many contents it holds, accepted or only appended to. */
    public int contents() {
        synchronized (messages) {
            return contents.count();
        }
    }

    @Override
    public MessageId nextId() {
        return new MessageId(last.accumulateAndGet(clock.millis() << 21, (before, now) -> Math.max(before + (1 << 10), now)));
    }

    @Override
    public CompletionStage<Void> append(ContentId id, long offset, ByteBuffer bytes) {
        return answer(() -> {
            needRoom();
            contents.append(id, offset, bytes);
            return null;
        });
    }

    @Override
    public CompletionStage<Void> discard(ContentId id) {
        return answer(() -> {
            contents.discard(id);
            return null;
        });
    }

    @Override
    public CompletionStage<Void> apply(List<Change> changes, Durability durability) {
        List<StoredMessage> accepted = new ArrayList<>();
        CompletionStage<Void> answer = answer(() -> {
            if (changes.stream().anyMatch(Change.Accept.class::isInstance)) {
                needRoom();
            }
            accepted.addAll(messages.apply(changes));
            return null;
        });
        if (!accepted.isEmpty()) {
            subscribers.forEach(subscriber -> subscriber.accept(List.copyOf(accepted)));
        }
        return answer;
    }

    @Override
    public CompletionStage<ByteBuffer> read(ContentId id, long offset, int max) {
        return answer(() -> contents.read(id, offset, max));
    }

    @Override
    public CompletionStage<List<StoredMessage>> list(Optional<MessageId> after, int limit) {
        return answer(() -> messages.list(after, limit));
    }

    @Override
    public CompletionStage<Optional<StoredMessage>> find(MessageId id) {
        return answer(() -> messages.find(id));
    }

    @Override
    public long size() {
        synchronized (messages) {
            return messages.size();
        }
    }

    @Override
    public Subscription subscribe(Consumer<List<StoredMessage>> accepted) {
        Consumer<List<StoredMessage>> own = accepted::accept;
        subscribers.add(own);
        return () -> subscribers.remove(own);
    }

    @Override
    public Optional<Lease> lease(String name, String holder) {
        synchronized (leases) {
            MemoryLease held = leases.get(name);
            if (closed || held != null && held.isValid()) {
                return Optional.empty();
            }
            MemoryLease lease = new MemoryLease();
            leases.put(name, lease);
            return Optional.of(lease);
        }
    }

    private void needRoom() {
        if (full) {
            throw new SpoolFullException("the spool was told to be full");
        }
    }

    private <R> CompletionStage<R> answer(Supplier<R> work) {
        if (closed) {
            return CompletableFuture.failedFuture(new ServiceAwayException("the spool is closed"));
        }
        try {
            synchronized (messages) {
                return CompletableFuture.completedFuture(work.get());
            }
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private final class MemoryLease implements Lease {
        private volatile boolean ended;

        @Override
        public boolean isValid() {
            return !ended && !closed;
        }

        @Override
        public void close() {
            ended = true;
        }
    }
}
