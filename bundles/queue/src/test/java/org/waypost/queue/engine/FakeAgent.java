package org.waypost.queue.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.waypost.delivery.Delivery;
import org.waypost.delivery.DeliveryAgent;
import org.waypost.delivery.DeliveryResult;
import org.waypost.delivery.Outcome;
import org.waypost.mail.EnhancedStatus;

/** A delivery agent that answers as the test says, or waits until the test answers. */
final class FakeAgent implements DeliveryAgent {
    private final Map<Delivery, CompletableFuture<DeliveryResult>> running = new LinkedHashMap<>();
    private final List<Delivery> tried = new ArrayList<>();
    private final List<String> delivered = new ArrayList<>();
    private Function<Delivery, DeliveryResult> answer = delivery -> all(delivery, Outcome.Kind.DELIVERED, "2.0.0", "OK");
    private boolean waiting;

    @Override
    public CompletionStage<DeliveryResult> deliver(Delivery delivery) {
        tried.add(delivery);
        if (waiting) {
            CompletableFuture<DeliveryResult> later = new CompletableFuture<>();
            running.put(delivery, later);
            return later;
        }
        return CompletableFuture.completedStage(note(delivery, answer.apply(delivery)));
    }

    void answers(Function<Delivery, DeliveryResult> newAnswer) {
        answer = newAnswer;
        waiting = false;
    }

    void isDown(String reason) {
        answers(delivery -> new DeliveryResult.HopDown(EnhancedStatus.of("4.4.1"), reason));
    }

    void isUp() {
        answers(delivery -> all(delivery, Outcome.Kind.DELIVERED, "2.0.0", "OK"));
    }

    void gives(Outcome.Kind kind, String status, String text) {
        answers(delivery -> all(delivery, kind, status, text));
    }

    /** Deliveries stay under way until {@link #finishAll}. */
    void waits() {
        waiting = true;
    }

    void finishAll() {
        Map<Delivery, CompletableFuture<DeliveryResult>> now = new LinkedHashMap<>(running);
        running.clear();
        now.forEach((delivery, later) -> later.complete(note(delivery, answer.apply(delivery))));
    }

    int running() {
        return running.size();
    }

    List<Delivery> tried() {
        return tried;
    }

    /** Recipients' addresses, each time one was delivered. */
    List<String> delivered() {
        return delivered;
    }

    static DeliveryResult all(Delivery delivery, Outcome.Kind kind, String status, String text) {
        Outcome outcome = new Outcome(kind, EnhancedStatus.of(status), text, "mx.example.net", kind == Outcome.Kind.FAILED);
        return new DeliveryResult.Done(delivery.targets().stream().map(target -> outcome).toList());
    }

    private DeliveryResult note(Delivery delivery, DeliveryResult result) {
        if (result instanceof DeliveryResult.Done done) {
            for (int i = 0; i < done.outcomes().size(); i++) {
                if (done.outcomes().get(i).isSuccess()) {
                    delivered.add(delivery.message().id() + " " + delivery.targets().get(i).recipient().address());
                }
            }
        }
        return result;
    }
}
