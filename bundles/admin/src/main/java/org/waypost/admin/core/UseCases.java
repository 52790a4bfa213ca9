package org.waypost.admin.core;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.waypost.admin.Answer;
import org.waypost.admin.Task;
import org.waypost.event.EventLog;
import org.waypost.service.Gate;

/**
 * What all use cases have in common: a service that may be away, the event log, and how long a person waits.
 *
 * @param <T> the service
 */
public abstract class UseCases<T> {
    private final Gate<T> gate;
    private final Audit events;
    private final Patience patience;

    /**
     * @param name of the service for the sentences, such as {@code The queuing engine}
     * @param wait for its answer, positive
     */
    protected UseCases(String name, Gate<T> gate, EventLog events, Duration wait) {
        this(gate, events, new Patience(name, wait));
    }

    UseCases(Gate<T> gate, EventLog events, Patience patience) {
        this.gate = Objects.requireNonNull(gate);
        this.events = new Audit(events);
        this.patience = Objects.requireNonNull(patience);
    }

    /** For the component, which binds the service. */
    protected Gate<T> gate() {
        return gate;
    }

    Audit events() {
        return events;
    }

    <S, R> Answer<R> ask(Function<T, ? extends CompletionStage<S>> question, Function<S, Answer<R>> then) {
        return patience.await(gate.call(question), then);
    }

    /** Asks what is answered at once. */
    <S> Answer<S> look(Function<T, S> question) {
        return ask(service -> CompletableFuture.completedStage(question.apply(service)), Answer.Ok::new);
    }

    /** Begins what takes longer than a person waits; its end is recorded. @param what is done, as an order such as {@code apply it} */
    <S> Answer<Task> begin(String what, Function<T, ? extends CompletionStage<S>> question, Function<S, Answer<String>> end,
            Supplier<String> progress) {
        return going(what, gate.call(question), end, progress, () -> "");
    }

    /**
     * What goes on by itself and asks the service many times; none of these calls lasts long. Its end is recorded, in the
     * thread that ends it.
     *
     * @param partly what was done when it failed, as a sentence; empty if that is not known. Must return at once
     */
    <S> Answer<Task> going(String what, CompletionStage<S> stage, Function<S, Answer<String>> end, Supplier<String> progress,
            Supplier<String> partly) {
        Consumer<Answer<String>> record = Caller.kept(outcome -> events.ended(what, outcome));
        CompletionStage<Answer<String>> ended = stage.handle((result, failure) ->
                failure == null ? end.apply(result) : patience.refused(failure, partly.get()));
        return new Answer.Ok<>(new StageTask(ended.whenComplete((outcome, broken) -> record.accept(
                broken == null ? outcome : patience.refused(broken, partly.get()))).toCompletableFuture(), progress, patience));
    }
}
