package org.waypost.queue.engine;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.waypost.queue.OutboundHold;

/** Holding queues back and letting them go. In the engine's thread. */
final class Holding {
    private final Core core;
    private final Holds holds;
    private final Dispatcher dispatcher;

    Holding(Core core, Holds holds, Dispatcher dispatcher) {
        this.core = core;
        this.holds = holds;
        this.dispatcher = dispatcher;
    }

    CompletionStage<Boolean> freeze(String name) {
        return hold(holds.frozen(), name, QueueEvent.FROZEN);
    }

    CompletionStage<Boolean> unfreeze(String name) {
        return letGo(holds.frozen(), name, QueueEvent.UNFROZEN);
    }

    CompletionStage<Boolean> disable(String name) {
        return hold(holds.disabled(), name, QueueEvent.DISABLED);
    }

    CompletionStage<Boolean> enable(String name) {
        return letGo(holds.disabled(), name, QueueEvent.ENABLED);
    }

    CompletionStage<Void> disableOutbound(String by) {
        OutboundHold hold = holds.outbound().hold().orElseGet(() -> new OutboundHold(core.now(), by));
        return outbound(Optional.of(hold), QueueEvent.OUTBOUND_DISABLED, by);
    }

    CompletionStage<Void> enableOutbound() {
        return outbound(Optional.empty(), QueueEvent.OUTBOUND_ENABLED);
    }

    Optional<OutboundHold> outboundHold() {
        return holds.outbound().hold();
    }

    private CompletionStage<Boolean> hold(QueueNames names, String name, QueueEvent event) {
        Optional<JobQueue> queue = core.queues().find(name);
        if (queue.isEmpty() && !holds.names().contains(name)) {
            return CompletableFuture.completedStage(false);
        }
        return changed(() -> names.add(name), event, name).thenApply(nothing -> true);
    }

    private CompletionStage<Boolean> letGo(QueueNames names, String name, QueueEvent event) {
        if (core.queues().find(name).isEmpty() && !names.contains(name)) {
            return CompletableFuture.completedStage(false);
        }
        return changed(() -> names.remove(name), event, name).thenApply(nothing -> true);
    }

    private CompletionStage<Void> outbound(Optional<OutboundHold> hold, QueueEvent event, Object... parameters) {
        return changed(() -> holds.outbound().set(hold), event, parameters);
    }

    private CompletionStage<Void> changed(Supplier<CompletionStage<Void>> change, QueueEvent event, Object... parameters) {
        CompletionStage<Void> durable = change.get();
        core.queues().all().forEach(holds::apply);
        dispatcher.offerAll();
        return durable.handle((nothing, failure) -> {
            if (failure != null) {
                core.events().report(QueueEvent.FROZEN_NOT_STORED, Failures.cause(failure));
                throw new IllegalStateException("What is held could not be stored", failure);
            }
            core.events().report(event, parameters);
            return null;
        });
    }
}
