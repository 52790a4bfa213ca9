package org.waypost.queue.engine;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.waypost.delivery.Delivery;
import org.waypost.delivery.DeliveryAgent;
import org.waypost.delivery.DeliveryResult;
import org.waypost.service.Gate;

/**
 * One delivery under way. It listens to the agent itself and not only to the gate: a gate gives up on
 * an agent that was replaced, while the agent still waits for the next hop's answer; to take that for
 * "not delivered" would deliver twice.
 */
final class Attempt {
    /** RFC 5321 4.5.3.2.6 gives the answer to the end of the data ten minutes. */
    private static final Duration LAST_ANSWER = Duration.ofMinutes(11);

    /** Takes the end of an attempt, in the engine's thread. */
    interface End {
        /**
         * @param result null if it failed
         * @param failure null if it did not
         */
        void ended(Attempt attempt, DeliveryResult result, Throwable failure);
    }

    private final Job job;
    private final LinkQueue link;
    private final int round;
    private final Executor engine;
    private final End end;
    private volatile boolean begun;
    private boolean over;

    Attempt(Job job, LinkQueue link, Executor engine, End end) {
        this.job = job;
        this.link = link;
        this.round = link.round();
        this.engine = engine;
        this.end = end;
    }

    Job job() {
        return job;
    }

    LinkQueue link() {
        return link;
    }

    /** The link queue's round when it began. */
    int round() {
        return round;
    }

    void start(Gate<DeliveryAgent> agent, Delivery delivery) {
        agent.call(present -> follow(present.deliver(delivery))).whenComplete((result, failure) -> {
            if (failure != null) {
                gateFailed(failure);
            }
        });
    }

    private CompletionStage<DeliveryResult> follow(CompletionStage<DeliveryResult> answer) {
        begun = true;
        answer.whenComplete((result, failure) -> engine.execute(() -> finish(result, failure)));
        return answer;
    }

    private void gateFailed(Throwable failure) {
        Executor when = begun
                ? CompletableFuture.delayedExecutor(LAST_ANSWER.toSeconds(), TimeUnit.SECONDS, engine)
                : engine;
        when.execute(() -> finish(null, failure));
    }

    private void finish(DeliveryResult result, Throwable failure) {
        if (!over) {
            over = true;
            end.ended(this, result, failure);
        }
    }
}
