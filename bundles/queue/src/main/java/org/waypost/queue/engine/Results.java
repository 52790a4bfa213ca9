package org.waypost.queue.engine;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.waypost.delivery.DeliveryResult;
import org.waypost.delivery.Outcome;
import org.waypost.mail.EnhancedStatus;
import org.waypost.routing.Router;
import org.waypost.text.Counted;

/** What a delivery's end means for its job and its next hop. */
final class Results implements Attempt.End {
    private static final EnhancedStatus AGENT_FAULT = new EnhancedStatus(4, 3, 0);

    private final Core core;
    private final Dispatcher dispatcher;
    private final Settlement settlement;

    Results(Core core, Dispatcher dispatcher, Settlement settlement) {
        this.core = core;
        this.dispatcher = dispatcher;
        this.settlement = settlement;
    }

    @Override
    public void ended(Attempt attempt, DeliveryResult result, Throwable failure) {
        if (failure != null && Failures.isAway(failure) || result instanceof DeliveryResult.Returned) {
            returned(attempt);
        } else if (failure != null) {
            fault(attempt, Failures.text(failure));
        } else if (result instanceof DeliveryResult.Done done) {
            done(attempt, done.outcomes());
        } else {
            hopDown(attempt, (DeliveryResult.HopDown) result);
        }
    }

    private void returned(Attempt attempt) {
        dispatcher.place(attempt.job(), attempt.link(), attempt.job().returned(core.now()));
    }

    private void done(Attempt attempt, List<Outcome> outcomes) {
        if (outcomes.size() != attempt.job().targets().size()) {
            fault(attempt, Counted.of(outcomes.size(), "outcome") + " for " + Counted.of(attempt.job().targets().size(), "recipient"));
            return;
        }
        if (!attempt.link().isUp()) {
            tell(router -> router.reached(attempt.link().hop()));
        }
        attempt.link().up();
        for (Outcome outcome : outcomes) {
            if (!outcome.isDone()) {
                attempt.link().reason(outcome.text());
            }
        }
        settlement.settle(attempt.job(), outcomes, true, () -> { });
    }

    private void hopDown(Attempt attempt, DeliveryResult.HopDown down) {
        LinkQueue link = attempt.link();
        Instant now = core.now();
        boolean news = attempt.round() == link.round();
        link.down(attempt.round(), now, core.settings().get().retrySchedule(), down.reason());
        Instant due = link.isUp() ? core.retryAfter(attempts(attempt.job()) + 1) : link.retryAt();
        if (news) {
            if (down.unreachable()) {
                tell(router -> router.failed(link.hop(), down.reason()));
            }
            core.events().report(QueueEvent.HOP_DOWN, link.name(), down.reason(), due);
        }
        settlement.defer(attempt.job(), new Outcome(Outcome.Kind.DEFERRED, down.status(), down.reason(), "", false), due);
    }

    /** A router that is away at this moment learns it from the next attempt. */
    private void tell(Consumer<Router> what) {
        if (core.services().router().isOpen()) {
            core.services().router().call(router -> {
                what.accept(router);
                return CompletableFuture.completedStage(null);
            });
        }
    }

    private static int attempts(Job job) {
        return job.targets().stream().mapToInt(target -> target.recipient().progress().attempts()).max().orElse(0);
    }

    /** A message that an agent cannot stand is tried again ever more rarely, and does not harm the others. */
    private void fault(Attempt attempt, String reason) {
        core.events().report(QueueEvent.AGENT_FAULT, attempt.link().name(), attempt.job().entry().message().id(), reason);
        attempt.link().reason(reason);
        Outcome outcome = new Outcome(Outcome.Kind.DEFERRED, AGENT_FAULT, "Delivery failed here: " + reason, "", false);
        settlement.settleAll(attempt.job(), outcome, true, () -> { });
    }
}
