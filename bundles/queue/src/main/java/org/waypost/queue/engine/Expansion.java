package org.waypost.queue.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.waypost.delivery.Delivery.Target;
import org.waypost.delivery.Outcome;
import org.waypost.format.dsn.Action;
import org.waypost.format.dsn.RecipientReport;
import org.waypost.mail.Address;
import org.waypost.mail.EnhancedStatus;
import org.waypost.mail.MessageId;
import org.waypost.mail.Notify;
import org.waypost.mail.Recipient;
import org.waypost.mail.Recipient.Progress;
import org.waypost.queue.dsn.DsnPolicy;
import org.waypost.spool.Change;
import org.waypost.text.Counted;
import org.waypost.tracking.TrackingKind;

/**
 * Replaces a recipient by those it stands for. Stored before any of them is delivered, so that a restart
 * never expands again what was delivered in part. An address that is a recipient already gets no second
 * copy; one that it was itself expanded from is a loop.
 */
final class Expansion {
    private static final EnhancedStatus LOOP = new EnhancedStatus(5, 4, 6);
    private static final EnhancedStatus EXPANDED = new EnhancedStatus(2, 1, 5);

    private final Core core;
    private final DsnPolicy policy;
    private final Reports reports;
    private final Settlement settlement;

    Expansion(Core core, DsnPolicy policy, Reports reports, Settlement settlement) {
        this.core = core;
        this.policy = policy;
        this.reports = reports;
        this.settlement = settlement;
    }

    /** @param job of one recipient, being worked on */
    void expand(Job job, List<Address> addresses) {
        expand(job, addresses, (lineage, fresh) -> replace(job, lineage.recipient(), fresh));
    }

    /**
     * Under another reverse-path: see {@link Copy}.
     *
     * @param job of one recipient, being worked on
     */
    void bifurcate(Job job, Optional<Address> sender, List<Address> addresses) {
        expand(job, addresses, (lineage, fresh) -> copy(job, new Copy(lineage, sender, fresh)));
    }

    private void expand(Job job, List<Address> addresses, BiConsumer<Lineage, List<Address>> way) {
        Lineage lineage = Lineage.of(job.entry(), job.targets().get(0).recipient());
        List<Address> fresh = lineage.fresh(addresses);
        if (lineage.isCircle(addresses)) {
            fail(job, new Outcome(Outcome.Kind.FAILED, LOOP,
                    "The address " + lineage.recipient().address() + " leads in a circle", "", false));
        } else if (fresh.isEmpty()) {
            settlement.settleAll(job, new Outcome(Outcome.Kind.DELIVERED, EXPANDED,
                    "All it stands for are recipients already", "", false), false, () -> { });
        } else {
            way.accept(lineage, fresh);
        }
    }

    private void fail(Job job, Outcome outcome) {
        settlement.settleAll(job, outcome, true, () -> { });
    }

    /** To the sender the message is delivered now (RFC 3461 5.2.7.1): reports are somebody else's from here on. */
    private void copy(Job job, Copy copy) {
        job.beginSettling();
        reports.freshId(id -> {
            job.endSettling();
            if (job.entry().isForgotten()) {
                return;
            }
            Outcome outcome = new Outcome(Outcome.Kind.DELIVERED, EXPANDED,
                    "Passed on to " + Counted.of(copy.addresses().size(), "other address", "other addresses"), "", false);
            core.trail().copied(job, id, outcome.text());
            settlement.replace(job, outcome, copy.under(id));
        });
    }

    private void replace(Job job, Recipient parent, List<Address> addresses) {
        QueuedEntry entry = job.entry();
        boolean tell = addresses.size() > 1 && policy.afterExpansion(entry.message(), parent);
        Set<Notify> notifyOn = tell ? withoutSuccess(parent.notifyOn()) : parent.notifyOn();
        Recipient expanded = parent.with(expanded(parent.progress()));
        List<Target> children = addresses.stream()
                .map(address -> new Target(child(entry.nextRecipientNumber(), parent, address, notifyOn), "")).toList();
        MessageId id = entry.message().id();
        job.beginSettling();
        reports.compose(entry.message(), tell ? List.of(report(parent)) : List.of(), dsn -> {
            List<Change> changes = new ArrayList<>(dsn);
            changes.add(new Change.Put(id, expanded));
            children.forEach(child -> changes.add(new Change.Put(id, child.recipient())));
            core.committer().add(changes, () -> stored(job, expanded, children));
        });
    }

    private void stored(Job job, Recipient parent, List<Target> children) {
        job.endSettling();
        core.trail().note(TrackingKind.EXPANDED, job, "Stands for " + Counted.of(children.size(), "other address", "other addresses"));
        job.entry().expanded(parent);
        job.targets(children);
        core.queues().categorize().putReady(job);
    }

    /** The ORCPT and NOTIFY of the one it stands for (RFC 3461 5.2.7). */
    private static Recipient child(int number, Recipient parent, Address address, Set<Notify> notifyOn) {
        Optional<String> original = parent.original().or(() -> Optional.of("rfc822;" + parent.address()));
        return new Recipient(number, parent.number(), address, original, notifyOn, Progress.NEW);
    }

    private static Progress expanded(Progress old) {
        return new Progress(Recipient.State.EXPANDED, old.attempts(), Instant.EPOCH, false, old.delayReported(), "");
    }

    /** The success of a recipient that became several is told here; an empty set would mean the default. */
    private static Set<Notify> withoutSuccess(Set<Notify> notifyOn) {
        Set<Notify> rest = new HashSet<>(notifyOn);
        rest.remove(Notify.SUCCESS);
        return rest.isEmpty() ? Set.of(Notify.NEVER) : rest;
    }

    private RecipientReport report(Recipient parent) {
        Outcome outcome = new Outcome(Outcome.Kind.DELIVERED, EXPANDED, "", "", false);
        return RecipientReport.of(parent, outcome, Action.EXPANDED, Optional.of(core.now()), Optional.empty());
    }
}
