package org.waypost.queue.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waypost.categorizer.Categorizer;
import org.waypost.categorizer.Categorizer.Verdict;
import org.waypost.delivery.Delivery.Target;
import org.waypost.delivery.Outcome;
import org.waypost.routing.NextHop;
import org.waypost.text.Counted;
import org.waypost.tracking.TrackingKind;

/** The pre-categorization queue: asks the categorizer who each recipient really is. */
final class CategorizeStage {
    private final Core core;
    private final Dispatcher dispatcher;
    private final Expansion expansion;
    private final Settlement settlement;
    private final JobQueue queue;
    private final AskedLately asked;

    CategorizeStage(Core core, Dispatcher dispatcher, Expansion expansion, Settlement settlement) {
        this.core = core;
        this.dispatcher = dispatcher;
        this.expansion = expansion;
        this.settlement = settlement;
        this.queue = core.queues().categorize();
        this.asked = new AskedLately(core.timer());
    }

    void turn() {
        while (queue.hasReady() && core.services().categorizer().isOpen() && asked.mayAsk(core.now())) {
            queue.take().ifPresent(this::ask);
        }
    }

    /** Another categorizer came, or this one can answer again what it could not. */
    void categorizerChanged() {
        queue.releaseAll();
    }

    private void ask(Job job) {
        int ticket = job.moves();
        AskedLately.Ask ask = asked.begin(core.now());
        core.services().categorizer().call(categorizer -> categorizer.categorize(job.entry().message(), job.recipients()))
                .whenComplete((verdicts, failure) -> core.executor().execute(() -> {
                    ask.end();
                    if (job.moves() == ticket) {
                        answered(job, verdicts, failure);
                    }
                }));
    }

    private void answered(Job job, List<Verdict> verdicts, Throwable failure) {
        if (failure != null && Failures.isAway(failure)) {
            queue.reason(Failures.text(failure));
            queue.putWaiting(job, job.returned(core.now()));
        } else if (failure != null) {
            again(job, Failures.text(failure));
        } else if (verdicts.size() != job.targets().size()) {
            again(job, Counted.of(verdicts.size(), "verdict") + " for " + Counted.of(job.targets().size(), "recipient"));
        } else {
            sort(job, verdicts);
        }
    }

    private void again(Job job, String reason) {
        Instant due = core.retryAfter(job.failedAgain());
        queue.reason(reason);
        queue.putWaiting(job, due);
        core.trail().note(TrackingKind.CATEGORIZE_DEFERRED, job, reason);
        core.events().report(QueueEvent.CATEGORIZER_RETRY, job.entry().message().id(), reason, due);
    }

    /** Recipients of one kind go on together. */
    private void sort(Job job, List<Verdict> verdicts) {
        if (verdicts.size() == 1) {
            goOn(job, verdicts);
            return;
        }
        Map<Object, List<Integer>> kinds = new LinkedHashMap<>();
        for (int i = 0; i < verdicts.size(); i++) {
            kinds.computeIfAbsent(kind(i, verdicts.get(i)), key -> new ArrayList<>()).add(i);
        }
        List<Target> targets = job.targets();
        for (List<Integer> kind : kinds.values()) {
            List<Verdict> own = kind.stream().map(verdicts::get).toList();
            goOn(part(job, kind.stream().map(targets::get).toList()), own);
        }
    }

    private static Object kind(int index, Verdict verdict) {
        if (verdict instanceof Verdict.Local local) {
            return "local:" + local.agent();
        }
        if (verdict instanceof Verdict.Remote remote) {
            return "remote:" + remote.server().orElse("");
        }
        return verdict instanceof Verdict.Expand || verdict instanceof Verdict.Bifurcate ? index : verdict.getClass();
    }

    private Job part(Job job, List<Target> targets) {
        if (targets.size() == job.targets().size()) {
            return job;
        }
        Job part = job.entry().split(job, targets);
        queue.putWorking(part);
        return part;
    }

    /** @param verdicts of one kind */
    private void goOn(Job job, List<Verdict> verdicts) {
        Verdict first = verdicts.get(0);
        if (first instanceof Verdict.Local local) {
            job.targets(withMailboxes(job.targets(), verdicts));
            dispatcher.admit(job, new NextHop.Local(local.agent()));
        } else if (first instanceof Verdict.Remote remote) {
            job.server(remote.server());
            job.newStage();
            core.queues().route().putReady(job);
        } else if (first instanceof Verdict.Expand expand) {
            expansion.expand(job, expand.addresses());
        } else if (first instanceof Verdict.Bifurcate copy) {
            expansion.bifurcate(job, copy.sender(), copy.addresses());
        } else {
            settlement.settle(job, verdicts.stream().map(CategorizeStage::rejected).toList(), true, () -> { });
        }
    }

    private static List<Target> withMailboxes(List<Target> targets, List<Verdict> verdicts) {
        if (targets.size() == 1) {
            return List.of(withMailbox(targets.get(0), verdicts.get(0)));
        }
        List<Target> named = new ArrayList<>(targets.size());
        for (int i = 0; i < targets.size(); i++) {
            named.add(withMailbox(targets.get(i), verdicts.get(i)));
        }
        return List.copyOf(named);
    }

    private static Target withMailbox(Target target, Verdict verdict) {
        return new Target(target.recipient(), ((Verdict.Local) verdict).mailbox());
    }

    private static Outcome rejected(Verdict verdict) {
        Verdict.Reject reject = (Verdict.Reject) verdict;
        return new Outcome(Outcome.Kind.FAILED, reject.status(), reject.reason(), "", false);
    }
}
