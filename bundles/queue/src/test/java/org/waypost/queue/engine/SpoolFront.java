package org.waypost.queue.engine;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.waypost.mail.ContentId;
import org.waypost.mail.MessageId;
import org.waypost.service.ServiceAwayException;
import org.waypost.spool.Change;
import org.waypost.spool.Spool;
import org.waypost.spool.StoredMessage;
import org.waypost.testkit.spool.MemorySpool;

/** One provider of a spool's folder: several may come and go over the same memory. */
final class SpoolFront implements Spool {
    private final MemorySpool memory;
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final List<List<Change>> applied = new ArrayList<>();
    private Optional<Lease> lease = Optional.empty();
    private boolean answerIsLost;
    private boolean gone;

    SpoolFront(MemorySpool memory) {
        this.memory = memory;
    }

    /** The next changes are made, but the provider goes before it says so. */
    void loseNextAnswer() {
        answerIsLost = true;
    }

    void go() {
        gone = true;
        subscriptions.forEach(Subscription::close);
        lease.ifPresent(Lease::close);
    }

    List<List<Change>> applied() {
        return applied;
    }

    @Override
    public MessageId nextId() {
        return memory.nextId();
    }

    @Override
    public CompletionStage<Void> append(ContentId id, long offset, ByteBuffer bytes) {
        return gone ? away() : memory.append(id, offset, bytes);
    }

    @Override
    public CompletionStage<Void> discard(ContentId id) {
        return gone ? away() : memory.discard(id);
    }

    @Override
    public CompletionStage<Void> apply(List<Change> changes, Durability durability) {
        if (gone) {
            return away();
        }
        applied.add(changes);
        CompletionStage<Void> answer = memory.apply(changes, durability);
        return answerIsLost ? away() : answer;
    }

    @Override
    public CompletionStage<ByteBuffer> read(ContentId id, long offset, int max) {
        return gone ? away() : memory.read(id, offset, max);
    }

    @Override
    public CompletionStage<List<StoredMessage>> list(Optional<MessageId> after, int limit) {
        return gone ? away() : memory.list(after, limit);
    }

    @Override
    public CompletionStage<Optional<StoredMessage>> find(MessageId id) {
        return gone ? away() : memory.find(id);
    }

    @Override
    public long size() {
        return memory.size();
    }

    @Override
    public Subscription subscribe(Consumer<List<StoredMessage>> accepted) {
        Subscription subscription = memory.subscribe(accepted);
        subscriptions.add(subscription);
        return subscription;
    }

    @Override
    public Optional<Lease> lease(String name, String holder) {
        lease = memory.lease(name, holder);
        return lease;
    }

    private static <R> CompletionStage<R> away() {
        return CompletableFuture.failedStage(new ServiceAwayException("the spool is gone"));
    }
}
