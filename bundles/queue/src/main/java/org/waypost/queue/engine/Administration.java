package org.waypost.queue.engine;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.waypost.mail.MessageId;
import org.waypost.queue.MessageFilter;
import org.waypost.queue.MessagePage;
import org.waypost.queue.OutboundHold;
import org.waypost.queue.Queue;
import org.waypost.queue.QueueStatus;
import org.waypost.queue.QueuedMessage;

/** The engine as others see and steer it: every call is done in the engine's thread. */
final class Administration implements Queue {
    private final Core core;
    private final QueueView view;
    private final Search search;
    private final Holding holding;
    private final Intake intake;
    private final Dispatcher dispatcher;
    private final Interventions interventions;

    Administration(Core core, QueueView view, Search search, Holding holding, Intake intake, Dispatcher dispatcher,
            Interventions interventions) {
        this.core = core;
        this.view = view;
        this.search = search;
        this.holding = holding;
        this.intake = intake;
        this.dispatcher = dispatcher;
        this.interventions = interventions;
    }

    @Override
    public CompletionStage<List<QueueStatus>> queues() {
        return inEngine(view::queues);
    }

    @Override
    public CompletionStage<MessagePage> find(MessageFilter filter, Optional<MessageId> after, int limit) {
        return inEngine(() -> search.find(filter, after, limit));
    }

    @Override
    public CompletionStage<Optional<QueuedMessage>> message(MessageId id) {
        return inEngine(() -> view.message(id));
    }

    @Override
    public CompletionStage<Optional<ByteBuffer>> content(MessageId id, int max) {
        return inEngine(() -> view.content(id, max));
    }

    @Override
    public CompletionStage<Integer> retry(MessageId id, MessageFilter which) {
        return withEntry(id, entry -> CompletableFuture.completedStage(interventions.retry(entry, which)));
    }

    @Override
    public CompletionStage<Boolean> retry(String name) {
        return inEngine(() -> {
            Optional<JobQueue> queue = core.queues().find(name).filter(found -> !found.isDisabled());
            queue.ifPresent(JobQueue::releaseAll);
            dispatcher.offerAll();
            return CompletableFuture.completedStage(queue.isPresent());
        });
    }

    @Override
    public CompletionStage<Integer> retryAll() {
        return inEngine(() -> {
            List<JobQueue> tried = core.queues().all().stream().filter(queue -> !queue.isHeld() && !queue.isEmpty()).toList();
            tried.forEach(JobQueue::releaseAll);
            dispatcher.offerAll();
            return CompletableFuture.completedStage(tried.size());
        });
    }

    @Override
    public CompletionStage<Boolean> freeze(String name) {
        return inEngine(() -> holding.freeze(name));
    }

    @Override
    public CompletionStage<Boolean> unfreeze(String name) {
        return inEngine(() -> holding.unfreeze(name));
    }

    @Override
    public CompletionStage<Boolean> disable(String name) {
        return inEngine(() -> holding.disable(name));
    }

    @Override
    public CompletionStage<Boolean> enable(String name) {
        return inEngine(() -> holding.enable(name));
    }

    @Override
    public CompletionStage<Void> disableOutbound(String by) {
        return inEngine(() -> holding.disableOutbound(by));
    }

    @Override
    public CompletionStage<Void> enableOutbound() {
        return inEngine(holding::enableOutbound);
    }

    @Override
    public CompletionStage<Optional<OutboundHold>> outboundHold() {
        return inEngine(() -> CompletableFuture.completedStage(holding.outboundHold()));
    }

    @Override
    public CompletionStage<Integer> delete(MessageId id, MessageFilter which, boolean notifySender) {
        return withEntry(id, entry -> interventions.delete(entry, which, notifySender));
    }

    /** Takes a message into memory that is only in the spool. */
    private CompletionStage<Integer> withEntry(MessageId id, Function<QueuedEntry, CompletionStage<Integer>> action) {
        return inEngine(() -> {
            Optional<QueuedEntry> entry = core.table().find(id);
            if (entry.isPresent()) {
                return action.apply(entry.get());
            }
            return view.find(id).thenCompose(stored -> inEngine(() -> {
                stored.filter(message -> !core.table().isKnown(id)).ifPresent(intake::take);
                return core.table().find(id).map(action).orElse(CompletableFuture.completedStage(0));
            }));
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
