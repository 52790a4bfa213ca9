package org.waypost.queue.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waypost.delivery.Delivery.Target;
import org.waypost.delivery.Outcome;
import org.waypost.format.dsn.RecipientReport;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;
import org.waypost.mail.Recipient.Progress;
import org.waypost.queue.dsn.DsnPolicy;
import org.waypost.spool.Change;
import org.waypost.spool.NewMessage;

/** The outcomes of one job, sorted by what is to be done about them. */
final class Tally {
    private final List<Recipient> done = new ArrayList<>(1);
    private final List<Target> deferred = new ArrayList<>(0);
    private final List<RecipientReport> reports = new ArrayList<>(0);
    private final List<Recipient> badmail = new ArrayList<>(0);
    private final List<String> badmailReasons = new ArrayList<>(0);
    private final List<Change> replacement = new ArrayList<>(0);
    private final Message message;
    private final DsnPolicy policy;
    private final RetrySchedule schedule;
    private final Instant now;

    Tally(Message message, DsnPolicy policy, RetrySchedule schedule, Instant now) {
        this.message = message;
        this.policy = policy;
        this.schedule = schedule;
        this.now = now;
    }

    /** @param notify whether the sender may be told */
    void done(Recipient recipient, Outcome outcome, boolean notify) {
        done.add(recipient);
        if (!notify) {
            return;
        }
        policy.after(message, recipient, outcome).ifPresent(action ->
                reports.add(RecipientReport.of(recipient, outcome, action, Optional.of(now), Optional.empty())));
        if (!outcome.isSuccess() && message.sender().isEmpty()) {
            badmail.add(recipient);
            badmailReasons.add(outcome.status() + " " + outcome.text());
        }
    }

    void deferred(Target target, Outcome outcome) {
        Progress old = target.recipient().progress();
        int attempts = old.attempts() + 1;
        deferred(target, outcome.text(), now.plus(schedule.after(attempts)));
    }

    void deferred(Target target, String reason, Instant due) {
        Progress old = target.recipient().progress();
        Progress progress = new Progress(old.state(), old.attempts() + 1, due, old.frozen(), old.delayReported(), reason);
        deferred.add(new Target(target.recipient().with(progress), target.mailbox()));
    }

    /** What takes the place of the recipients that are done. */
    void replacement(NewMessage message) {
        replacement.add(new Change.Accept(message));
    }

    List<Change> replacement() {
        return replacement;
    }

    List<Recipient> done() {
        return done;
    }

    List<Target> deferred() {
        return deferred;
    }

    List<RecipientReport> reports() {
        return reports;
    }

    List<Recipient> badmail() {
        return badmail;
    }

    List<String> badmailReasons() {
        return badmailReasons;
    }
}
