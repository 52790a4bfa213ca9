package org.waypost.queue.engine;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.waypost.mail.MessageId;
import org.waypost.queue.QueueState;
import org.waypost.queue.QueueStatus;
import org.waypost.queue.QueuedMessage;
import org.waypost.spool.Spool;
import org.waypost.spool.StoredMessage;

/** Answers what people ask about the queues. In the engine's thread. What is only in the spool counts as in submission. */
final class QueueView {
    private final Core core;
    private final Loader loader;
    private final Holds holds;

    QueueView(Core core, Loader loader, Holds holds) {
        this.core = core;
        this.loader = loader;
        this.holds = holds;
    }

    CompletionStage<List<QueueStatus>> queues() {
        Instant now = core.now();
        List<QueueStatus> statuses = new ArrayList<>();
        core.queues().all().forEach(queue -> statuses.add(status(queue, now)));
        holds.names().stream().filter(name -> core.queues().find(name).isEmpty())
                .forEach(name -> statuses.add(emptyHeld(name)));
        if (loader.isComplete() || !core.services().spool().isOpen()) {
            return CompletableFuture.completedStage(statuses);
        }
        return core.services().spool().call(spool -> CompletableFuture.completedStage(spool.size()))
                .thenApply(stored -> withBacklog(statuses, stored - core.table().size()));
    }

    CompletionStage<Optional<QueuedMessage>> message(MessageId id) {
        Optional<QueuedEntry> entry = core.table().find(id);
        if (entry.isPresent()) {
            return CompletableFuture.completedStage(entry.filter(known -> !known.isFinished())
                    .map(known -> known.snapshot(core.now())));
        }
        QueueState state = core.queues().submission().idleState();
        return find(id).thenApply(stored -> stored.map(message -> onlyStored(message, state)));
    }

    CompletionStage<Optional<ByteBuffer>> content(MessageId id, int max) {
        return message(id).thenCompose(found -> found.map(queued -> core.services().spool()
                .call((Spool spool) -> spool.read(queued.message().content(), 0, max)).handle(QueueView::unlessGone))
                .orElse(CompletableFuture.completedStage(Optional.empty())));
    }

    /** It may have been delivered since it was found. */
    private static Optional<ByteBuffer> unlessGone(ByteBuffer content, Throwable failure) {
        if (failure == null) {
            return Optional.of(content);
        } else if (Failures.cause(failure) instanceof NoSuchElementException) {
            return Optional.empty();
        }
        throw new CompletionException(failure);
    }

    CompletionStage<Optional<StoredMessage>> find(MessageId id) {
        return core.services().spool().call((Spool spool) -> spool.find(id));
    }

    private QueueStatus status(JobQueue queue, Instant now) {
        QueueStatus status = queue.status(now);
        boolean agentAway = queue instanceof LinkQueue link && !core.services().agents().gate(link.hop().agent()).isOpen();
        return agentAway ? withReason(status, "The delivery agent is away") : status;
    }

    /** @param state of the submission queue */
    static QueuedMessage onlyStored(StoredMessage stored, QueueState state) {
        return new QueuedMessage(stored.message(), stored.recipients().stream()
                .map(recipient -> new QueuedMessage.Place(recipient, "submission", state)).toList());
    }

    private QueueStatus emptyHeld(String name) {
        QueueState state = holds.disabled().contains(name) ? QueueState.DISABLED : QueueState.FROZEN;
        return new QueueStatus(name, state, 0, 0, Optional.empty(), Optional.empty(), 0, "");
    }

    private static QueueStatus withReason(QueueStatus s, String reason) {
        return new QueueStatus(s.name(), s.state(), s.messages(), s.octets(), s.oldest(), s.nextRetry(), s.active(), reason);
    }

    private static List<QueueStatus> withBacklog(List<QueueStatus> statuses, long backlog) {
        return statuses.stream().map(s -> !s.name().equals("submission") ? s : new QueueStatus(s.name(), s.state(),
                (int) (s.messages() + Math.max(0, backlog)), s.octets(), s.oldest(), s.nextRetry(), s.active(),
                s.lastReason())).toList();
    }
}
