package org.waypost.queue.engine;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.waypost.delivery.Outcome;
import org.waypost.mail.EnhancedStatus;
import org.waypost.mail.MessageId;
import org.waypost.queue.Queue;
import org.waypost.queue.QueueStatus;
import org.waypost.queue.QueuedMessage;

/** The engine as others see and steer it: every call is done in the engine's thread. */
final class Administration implements Queue {
    private static final EnhancedStatus DELETED = new EnhancedStatus(4, 3, 2);

    private final Core core;
    private final QueueView view;
    private final FrozenQueues frozen;
    private final Intake intake;
    private final Dispatcher dispatcher;
    private final Settlement settlement;

    Administration(Core core, QueueView view, FrozenQueues frozen, Intake intake, Dispatcher dispatcher, Settlement settlement) {
        this.core = core;
        this.view = view;
        this.frozen = frozen;
        this.intake = intake;
        this.dispatcher = dispatcher;
        this.settlement = settlement;
    }

    @Override
    public CompletionStage<List<QueueStatus>> queues() {
        return inEngine(view::queues);
    }

    @Override
    public CompletionStage<List<QueuedMessage>> messages(Optional<String> queue, int limit) {
        return inEngine(() -> CompletableFuture.completedStage(view.messages(queue, limit)));
    }

    @Override
    public CompletionStage<Optional<QueuedMessage>> message(MessageId id) {
        return inEngine(() -> view.message(id));
    }

    @Override
    public CompletionStage<Boolean> retry(String name) {
        return inEngine(() -> {
            Optional<JobQueue> queue = core.queues().find(name);
            queue.ifPresent(JobQueue::releaseAll);
            dispatcher.offerAll();
            return CompletableFuture.completedStage(queue.isPresent());
        });
    }

    @Override
    public CompletionStage<Boolean> freeze(String name) {
        return inEngine(() -> {
            Optional<JobQueue> queue = core.queues().find(name);
            if (queue.isEmpty()) {
                return CompletableFuture.completedStage(false);
            }
            queue.get().freeze(true);
            return reported(frozen.add(name), QueueEvent.FROZEN, name);
        });
    }

    @Override
    public CompletionStage<Boolean> unfreeze(String name) {
        return inEngine(() -> {
            Optional<JobQueue> queue = core.queues().find(name);
            if (queue.isEmpty() && !frozen.contains(name)) {
                return CompletableFuture.completedStage(false);
            }
            queue.ifPresent(held -> held.freeze(false));
            dispatcher.offerAll();
            return reported(frozen.remove(name), QueueEvent.UNFROZEN, name);
        });
    }

    @Override
    public CompletionStage<Integer> delete(MessageId id, boolean notifySender) {
        return inEngine(() -> {
            Optional<QueuedEntry> entry = core.table().find(id);
            if (entry.isPresent()) {
                return delete(entry.get(), notifySender);
            }
            return view.find(id).thenCompose(stored -> inEngine(() -> {
                stored.filter(message -> !core.table().isKnown(id)).ifPresent(intake::take);
                return core.table().find(id).map(found -> delete(found, notifySender))
                        .orElse(CompletableFuture.completedStage(0));
            }));
        });
    }

    private CompletionStage<Integer> delete(QueuedEntry entry, boolean notifySender) {
        List<Job> free = entry.jobs().stream().filter(Job::isFree).toList();
        int count = free.stream().mapToInt(job -> job.targets().size()).sum();
        Outcome outcome = new Outcome(Outcome.Kind.FAILED, DELETED, "Deleted by an administrator", "", false);
        boolean tell = notifySender && entry.message().sender().isPresent();
        CompletableFuture<?>[] all = free.stream().map(job -> {
            CompletableFuture<Void> stored = new CompletableFuture<>();
            job.queue().putWorking(job);
            settlement.delete(job, outcome, tell, () -> stored.complete(null));
            return stored;
        }).toArray(CompletableFuture[]::new);
        core.events().report(QueueEvent.DELETED, entry.message().id(), count);
        return CompletableFuture.allOf(all).thenApply(nothing -> count);
    }

    private CompletionStage<Boolean> reported(CompletionStage<Void> durable, QueueEvent event, String name) {
        return durable.handle((nothing, failure) -> {
            if (failure != null) {
                core.events().report(QueueEvent.FROZEN_NOT_STORED, Failures.cause(failure));
                throw new IllegalStateException("The list of frozen queues could not be stored", failure);
            }
            core.events().report(event, name);
            return true;
        });
    }

    private <T> CompletionStage<T> inEngine(Supplier<CompletionStage<T>> question) {
        CompletableFuture<CompletionStage<T>> answer = new CompletableFuture<>();
        core.executor().execute(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.thenCompose(stage -> stage);
    }
}
