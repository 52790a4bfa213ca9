package org.waypost.queue.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.waypost.delivery.Delivery.Target;
import org.waypost.delivery.Outcome;
import org.waypost.mail.Message;
import org.waypost.mail.MessageId;
import org.waypost.mail.Recipient;
import org.waypost.queue.dsn.Badmail;
import org.waypost.queue.dsn.DsnPolicy;
import org.waypost.spool.Change;
import org.waypost.spool.NewMessage;

/**
 * Settles what became of a job's recipients: outcome lines, badmail, DSN, and one unit of changes for
 * all of it. The job stays where people see it, as being worked on, until the unit is stored; only
 * then is a recipient forgotten.
 */
final class Settlement {
    private static final Duration BADMAIL_AGAIN = Duration.ofSeconds(30);

    private final Core core;
    private final DsnPolicy policy;
    private final Reports reports;
    private final Badmail badmail;
    private final NdrEvents ndrEvents;
    private final Consumer<Job> resume;
    private int open;

    /** @param resume gives a job its place again after recipients of it were deferred */
    Settlement(Core core, DsnPolicy policy, Reports reports, Badmail badmail, Consumer<Job> resume) {
        this.core = core;
        this.policy = policy;
        this.reports = reports;
        this.badmail = badmail;
        this.ndrEvents = new NdrEvents(core.events());
        this.resume = resume;
    }

    /** How many jobs are being settled. */
    int open() {
        return open;
    }

    /**
     * @param outcomes of the job's targets, in their order
     * @param notify whether the sender may be told
     * @param stored runs when all is durable
     */
    void settle(Job job, List<Outcome> outcomes, boolean notify, Runnable stored) {
        core.trail().outcomes(job, outcomes);
        conclude(job, outcomes, notify, stored);
    }

    private void conclude(Job job, List<Outcome> outcomes, boolean notify, Runnable stored) {
        Tally tally = tally(job);
        for (int i = 0; i < outcomes.size(); i++) {
            Target target = job.targets().get(i);
            log(job, target.recipient(), outcomes.get(i));
            if (outcomes.get(i).isDone()) {
                tally.done(target.recipient(), outcomes.get(i), notify);
            } else {
                tally.deferred(target, outcomes.get(i));
            }
        }
        begin(job, tally, stored);
    }

    /** All of a job's recipients get the same outcome. */
    void settleAll(Job job, Outcome outcome, boolean notify, Runnable stored) {
        settle(job, all(job, outcome), notify, stored);
    }

    /** An administrator does not want a job's recipients to get it. */
    void delete(Job job, Outcome outcome, boolean notify, Runnable stored) {
        core.trail().deleted(job, outcome.text());
        conclude(job, all(job, outcome), notify, stored);
    }

    private static List<Outcome> all(Job job, Outcome outcome) {
        return Collections.nCopies(job.targets().size(), outcome);
    }

    /** A job's only recipient goes on in another message, which is accepted together with its end here. */
    void replace(Job job, Outcome outcome, NewMessage by) {
        Tally tally = tally(job);
        Recipient recipient = job.targets().get(0).recipient();
        log(job, recipient, outcome);
        tally.done(recipient, outcome, true);
        tally.replacement(by);
        begin(job, tally, () -> { });
    }

    /** All of a job's recipients failed once more, for a cause that has its own time to be tried again. */
    void defer(Job job, Outcome outcome, Instant due) {
        core.trail().outcomes(job, all(job, outcome));
        Tally tally = tally(job);
        for (Target target : job.targets()) {
            log(job, target.recipient(), outcome);
            tally.deferred(target, outcome.text(), due);
        }
        begin(job, tally, () -> { });
    }

    private Tally tally(Job job) {
        return new Tally(job.entry().message(), policy, core.settings().get().retrySchedule(), core.now());
    }

    private void log(Job job, Recipient recipient, Outcome outcome) {
        Message message = job.entry().message();
        String hop = job.hop() == null ? job.queue().name() : job.hop().queue();
        core.events().outcome(message, recipient, hop, outcome, Duration.between(message.arrived(), core.now()));
    }

    private void begin(Job job, Tally tally, Runnable stored) {
        job.beginSettling();
        open++;
        if (tally.badmail().isEmpty()) {
            report(job, tally, stored);
        } else {
            keepBadmail(job, tally, stored);
        }
    }

    private void keepBadmail(Job job, Tally tally, Runnable stored) {
        Message message = job.entry().message();
        badmail.write(message, tally.badmail(), tally.badmailReasons(), core.content(message))
                .whenComplete((path, failure) -> core.executor().execute(() -> {
                    if (failure == null) {
                        core.events().report(QueueEvent.BADMAIL, message.id(), tally.badmail().get(0).address(),
                                tally.badmailReasons().get(0), path);
                        core.trail().badmail(message, tally.badmail(), tally.badmailReasons().get(0) + "; kept as " + path);
                        report(job, tally, stored);
                    } else {
                        badmailFailed(job, tally, stored, failure);
                    }
                }));
    }

    private void badmailFailed(Job job, Tally tally, Runnable stored, Throwable failure) {
        if (!Failures.isAway(failure)) {
            core.events().report(QueueEvent.BADMAIL_FAILED, job.entry().message().id(), Failures.text(failure),
                    Failures.cause(failure));
        }
        core.timer().at(core.now().plus(BADMAIL_AGAIN), () -> keepBadmail(job, tally, stored));
    }

    private void report(Job job, Tally tally, Runnable stored) {
        ndrEvents.report(job.entry().message(), tally.reports());
        reports.compose(job.entry().message(), tally.reports(), dsn -> {
            boolean last = tally.deferred().isEmpty() && job.entry().jobs().size() == 1;
            List<Change> changes = last ? removal(job.entry()) : changes(job.entry().message().id(), tally);
            changes.addAll(dsn);
            changes.addAll(tally.replacement());
            core.committer().add(changes, () -> stored(job, tally, last, stored));
        });
    }

    private static List<Change> removal(QueuedEntry entry) {
        List<Change> changes = new ArrayList<>(2);
        changes.add(new Change.RemoveMessage(entry.message().id()));
        return changes;
    }

    private static List<Change> changes(MessageId id, Tally tally) {
        List<Change> changes = new ArrayList<>(2);
        tally.done().forEach(recipient -> changes.add(new Change.Remove(id, recipient.number())));
        tally.deferred().forEach(target -> changes.add(new Change.Put(id, target.recipient())));
        return changes;
    }

    private void stored(Job job, Tally tally, boolean messageRemoved, Runnable whenStored) {
        open--;
        job.endSettling();
        if (tally.deferred().isEmpty()) {
            finish(job, messageRemoved);
        } else {
            job.targets(List.copyOf(tally.deferred()));
            resume.accept(job);
        }
        whenStored.run();
    }

    private void finish(Job job, boolean messageRemoved) {
        QueuedEntry entry = job.entry();
        entry.finished(job);
        if (messageRemoved) {
            core.table().remove(entry);
        } else if (entry.isFinished()) {
            // Two last jobs, each stored while the other was under way, left the message's own row behind.
            core.committer().add(removal(entry), () -> core.table().remove(entry));
        }
    }
}
