package org.waypost.queue.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waypost.delivery.Delivery.Target;
import org.waypost.delivery.Outcome;
import org.waypost.format.dsn.Action;
import org.waypost.format.dsn.RecipientReport;
import org.waypost.mail.EnhancedStatus;
import org.waypost.mail.Recipient;
import org.waypost.mail.Recipient.Progress;
import org.waypost.queue.dsn.DsnPolicy;
import org.waypost.spool.Change;
import org.waypost.text.Counted;

/**
 * The clock of old messages. It looks at every message in memory by its age and asks nothing about the
 * state of its queue, so nothing can stay for ever: expiry and delay warning also come to what is
 * held by an administrator, since its sender has a right to know. Only what is being delivered or
 * settled at the moment is left to the next round.
 */
final class Sweep {
    private static final Duration INTERVAL = Duration.ofSeconds(15);
    private static final EnhancedStatus EXPIRED = new EnhancedStatus(4, 4, 7);
    private static final EnhancedStatus DELAYED = new EnhancedStatus(4, 0, 0);

    private final Core core;
    private final DsnPolicy policy;
    private final Reports reports;
    private final Settlement settlement;
    private final Loader loader;
    private Instant next = Instant.MIN;

    Sweep(Core core, DsnPolicy policy, Reports reports, Settlement settlement, Loader loader) {
        this.core = core;
        this.policy = policy;
        this.reports = reports;
        this.settlement = settlement;
        this.loader = loader;
    }

    /** @return when to be called again at the latest */
    Instant turn(Instant now) {
        if (now.isBefore(next)) {
            return next;
        }
        next = now.plus(INTERVAL);
        QueueSettings settings = core.settings().get();
        Instant expired = now.minus(settings.expireAfter());
        Instant delayed = settings.delayWarning().isZero() ? Instant.MIN : now.minus(settings.delayWarning());
        for (Job job : olderThan(expired.isAfter(delayed) ? expired : delayed)) {
            if (!job.entry().message().arrived().isAfter(expired)) {
                expire(job, settings);
            } else {
                warn(job, settings);
            }
        }
        tidy();
        return next;
    }

    private void tidy() {
        core.queues().prune();
        if (loader.isComplete()) {
            core.table().rememberDone(false);
        }
    }

    private List<Job> olderThan(Instant limit) {
        List<Job> jobs = new ArrayList<>();
        for (QueuedEntry entry : core.table().all()) {
            if (!entry.message().arrived().isAfter(limit)) {
                entry.jobs().stream().filter(Job::isFree).forEach(jobs::add);
            }
        }
        return jobs;
    }

    private void expire(Job job, QueueSettings settings) {
        job.queue().putWorking(job);
        List<Outcome> outcomes = job.targets().stream().map(target -> new Outcome(Outcome.Kind.FAILED, EXPIRED,
                "Not delivered within " + words(settings.expireAfter()) + ". " + reason(job, target), "", false)).toList();
        settlement.settle(job, outcomes, true, () -> { });
    }

    private static String reason(Job job, Target target) {
        String own = target.recipient().progress().lastReason();
        if (!own.isEmpty()) {
            return own;
        }
        return job.queue().isHeld() ? "Held by an administrator" : job.queue().lastReason();
    }

    private static String words(Duration time) {
        return time.toHours() >= 48 ? time.toDays() + " days" : time.toMinutes() >= 120 ? time.toHours() + " hours"
                : Counted.of(time.toMinutes(), "minute");
    }

    private void warn(Job job, QueueSettings settings) {
        List<Target> late = job.targets().stream()
                .filter(target -> policy.afterDelay(job.entry().message(), target.recipient())).toList();
        if (late.isEmpty()) {
            return;
        }
        JobQueue queue = job.queue();
        Instant due = job.due();
        Instant until = job.entry().message().arrived().plus(settings.expireAfter());
        queue.putWorking(job);
        job.beginSettling();
        List<RecipientReport> told = late.stream().map(target -> report(job, target, until)).toList();
        reports.compose(job.entry().message(), told, dsn -> {
            List<Target> warned = job.targets().stream().map(target -> late.contains(target) ? warned(target) : target).toList();
            List<Change> changes = new ArrayList<>(dsn);
            warned.forEach(target -> changes.add(new Change.Put(job.entry().message().id(), target.recipient())));
            core.committer().add(changes, () -> stored(job, queue, due, warned));
        });
    }

    private static RecipientReport report(Job job, Target target, Instant until) {
        Outcome outcome = new Outcome(Outcome.Kind.DEFERRED, DELAYED, reason(job, target), "", false);
        return RecipientReport.of(target.recipient(), outcome, Action.DELAYED, Optional.empty(), Optional.of(until));
    }

    private static Target warned(Target target) {
        Progress old = target.recipient().progress();
        Recipient row = target.recipient().with(new Progress(old.state(), old.attempts(), old.due(), old.frozen(), true,
                old.lastReason()));
        return new Target(row, target.mailbox());
    }

    private static void stored(Job job, JobQueue queue, Instant due, List<Target> warned) {
        job.endSettling();
        job.targets(warned);
        queue.putWaiting(job, due);
    }
}
