package org.waypost.categorize;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.waypost.categorize.group.Groups;
import org.waypost.categorize.lookup.Colleagues;
import org.waypost.categorize.lookup.DirectoryRecipient;
import org.waypost.categorize.lookup.Inquiries;
import org.waypost.categorize.lookup.Match;
import org.waypost.categorize.restriction.Limits;
import org.waypost.categorize.restriction.Restrictions;
import org.waypost.categorize.restriction.SenderLookup;
import org.waypost.categorizer.Categorizer.Verdict;
import org.waypost.event.EventLog;
import org.waypost.mail.Address;

/** Makes a verdict of what was found: limits first, then restrictions, then what the recipient is. Any thread. */
final class Decider {
    private static final Verdict REMOTE = new Verdict.Remote();

    private final Supplier<CategorizerSettings> settings;
    private final EventLog events;
    private final Limits limits;
    private final Restrictions restrictions;
    private final Groups groups;
    private final Forwarding forwarding;

    Decider(Inquiries inquiries, Colleagues colleagues, SenderLookup senders, Supplier<CategorizerSettings> settings, EventLog events) {
        this.settings = settings;
        this.events = events;
        limits = new Limits(settings, events);
        restrictions = new Restrictions(inquiries, senders);
        groups = new Groups(inquiries, colleagues, restrictions, settings, events);
        forwarding = new Forwarding(inquiries, colleagues, settings, events);
    }

    /** Why nobody gets the message; empty if the sender may send it. */
    Optional<Verdict> onMessage(Question question, int recipients) {
        return limits.ofSender(question.sender(), question.size(), recipients);
    }

    CompletionStage<Verdict> decide(Question question, Address address, Match match) {
        if (match instanceof Match.Found found) {
            return found(question, address, found);
        }
        return CompletableFuture.completedStage(notFound(address, match));
    }

    private Verdict notFound(Address address, Match match) {
        if (match instanceof Match.Ambiguous ambiguous) {
            events.report(CategorizerEvent.AMBIGUOUS, "smtp:" + address, String.join("; ", ambiguous.dns()));
            return Rejections.ambiguous(address + " is the address of several recipients");
        } else if (match instanceof Match.Postmaster) {
            return postmaster(address);
        } else if (match instanceof Match.Unknown) {
            return Rejections.unknown("There is no recipient " + address + " here");
        }
        return REMOTE;
    }

    /** The configured one, unless that is the very one who was not found. */
    private Verdict postmaster(Address address) {
        CategorizerSettings now = settings.get();
        return now.postmaster().filter(configured -> !configured.equals(now.withoutSubaddress(now.complete(address))))
                .<Verdict>map(configured -> new Verdict.Expand(List.of(configured)))
                .orElseGet(() -> new Verdict.Local(now.localAgent(), "postmaster"));
    }

    private CompletionStage<Verdict> found(Question question, Address address, Match.Found found) {
        DirectoryRecipient recipient = found.recipient();
        Optional<Verdict> tooLarge = limits.ofRecipient(recipient, question.size());
        if (tooLarge.isPresent()) {
            return CompletableFuture.completedStage(tooLarge.get());
        }
        return restrictions.check(question.sender(), recipient).thenCompose(refusal -> refusal
                .<CompletionStage<Verdict>>map(CompletableFuture::completedStage)
                .orElseGet(() -> accepted(question, address, found)));
    }

    private CompletionStage<Verdict> accepted(Question question, Address address, Match.Found found) {
        DirectoryRecipient recipient = found.recipient();
        if (found.itself()) {
            return forwarding.own(recipient, address);
        }
        return recipient.isGroup() ? groups.verdict(recipient, question.sender(), question.reversePath())
                : forwarding.verdict(recipient, address);
    }
}
