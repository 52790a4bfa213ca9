package org.waypost.queue.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
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
    private final FrozenQueues frozen;

    QueueView(Core core, Loader loader, FrozenQueues frozen) {
        this.core = core;
        this.loader = loader;
        this.frozen = frozen;
    }

    CompletionStage<List<QueueStatus>> queues() {
        Instant now = core.now();
        List<QueueStatus> statuses = new ArrayList<>();
        core.queues().all().forEach(queue -> statuses.add(status(queue, now)));
        frozen.names().stream().filter(name -> core.queues().find(name).isEmpty())
                .forEach(name -> statuses.add(emptyFrozen(name)));
        if (loader.isComplete() || !core.services().spool().isOpen()) {
            return CompletableFuture.completedStage(statuses);
        }
        return core.services().spool().call(spool -> CompletableFuture.completedStage(spool.size()))
                .thenApply(stored -> withBacklog(statuses, stored - core.table().size()));
    }

    List<QueuedMessage> messages(Optional<String> queue, int limit) {
        Stream<QueuedEntry> entries = queue.isEmpty() ? core.table().all().stream()
                : core.queues().find(queue.get()).stream().flatMap(QueueView::entries);
        return entries.filter(entry -> !entry.isFinished())
                .sorted(Comparator.comparing(entry -> entry.message().id()))
                .distinct().limit(limit).map(QueuedEntry::snapshot).toList();
    }

    CompletionStage<Optional<QueuedMessage>> message(MessageId id) {
        Optional<QueuedEntry> entry = core.table().find(id);
        if (entry.isPresent()) {
            return CompletableFuture.completedStage(entry.filter(known -> !known.isFinished()).map(QueuedEntry::snapshot));
        }
        return find(id).thenApply(stored -> stored.map(QueueView::onlyStored));
    }

    CompletionStage<Optional<StoredMessage>> find(MessageId id) {
        return core.services().spool().call((Spool spool) -> spool.find(id));
    }

    private QueueStatus status(JobQueue queue, Instant now) {
        QueueStatus status = queue.status(now);
        boolean agentAway = queue instanceof LinkQueue link && !core.services().agents().gate(link.hop().agent()).isOpen();
        return agentAway ? withReason(status, "The delivery agent is away") : status;
    }

    private static Stream<QueuedEntry> entries(JobQueue queue) {
        List<QueuedEntry> entries = new ArrayList<>();
        queue.forEach(job -> entries.add(job.entry()));
        return entries.stream();
    }

    private static QueuedMessage onlyStored(StoredMessage stored) {
        return new QueuedMessage(stored.message(), stored.recipients().stream()
                .map(recipient -> new QueuedMessage.Place(recipient, "submission")).toList());
    }

    private static QueueStatus emptyFrozen(String name) {
        return new QueueStatus(name, QueueState.FROZEN, 0, 0, Optional.empty(), Optional.empty(), 0, "");
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
