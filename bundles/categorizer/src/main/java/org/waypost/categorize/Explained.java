package org.waypost.categorize;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.waypost.categorize.lookup.AddressLookup;
import org.waypost.categorize.lookup.Colleagues;
import org.waypost.categorize.lookup.Inquiries;
import org.waypost.categorize.lookup.Match;
import org.waypost.categorize.restriction.Sender;
import org.waypost.categorize.restriction.SenderLookup;
import org.waypost.categorizer.Categorizer.Verdict;
import org.waypost.directory.Entry;
import org.waypost.directory.Filter;
import org.waypost.directory.Search;
import org.waypost.mail.Address;
import org.waypost.recipient.RecipientExplanation.Step;

/** One explanation under way: one recipient after the other, so that only one thread at a time is here. */
final class Explained {
    private static final int MAX_STEPS = 1_000;

    private final Inquiries inquiries;
    private final AddressLookup lookup;
    private final Decider decider;
    private final List<Step> steps = new ArrayList<>();
    private final Set<Address> visited = new HashSet<>();
    private final Question asked;
    private int depth;
    private String subject = "";

    Explained(Inquiries inquiries, Colleagues colleagues, Supplier<CategorizerSettings> settings, Question asked) {
        this.inquiries = inquiries;
        this.asked = asked;
        lookup = new AddressLookup(inquiries, settings);
        decider = new Decider(inquiries, colleagues, new SenderLookup(inquiries, settings), settings, new StepEvents(this::say));
    }

    CompletionStage<List<Step>> from(Address recipient) {
        Sender sender = asked.sender();
        at(0, sender.address().map(Address::toString).orElse("<>"));
        say(Sentences.of(sender));
        Optional<Verdict> refusal = decider.onMessage(asked, 1);
        if (refusal.isPresent()) {
            say(Sentences.of(refusal.get()));
            return CompletableFuture.completedStage(List.copyOf(steps));
        }
        return walk(0, recipient, asked).thenApply(nothing -> List.copyOf(steps));
    }

    private CompletionStage<Void> walk(int ofDepth, Address address, Question question) {
        at(ofDepth, address.toString());
        if (steps.size() >= MAX_STEPS) {
            return CompletableFuture.completedStage(null);
        }
        if (!visited.add(address)) {
            say("Is a recipient already, or leads in a circle: no second copy.");
            return CompletableFuture.completedStage(null);
        }
        return lookup.find(address).thenCompose(match -> found(address, match)
                .thenCompose(nothing -> decider.decide(question, address, match))
                .thenCompose(verdict -> goOn(ofDepth, question, verdict)));
    }

    private CompletionStage<Void> found(Address address, Match match) {
        say(Sentences.of(match));
        return match instanceof Match.Unknown || match instanceof Match.Shared ? unstamped(address)
                : CompletableFuture.completedStage(null);
    }

    /** Somebody who is to get addresses by policy and has none yet. */
    private CompletionStage<Void> unstamped(Address address) {
        String named = "(|" + Filter.equal("mailNickname", address.local()) + Filter.equal("mail", address.toString()) + ")";
        Search search = new Search(Search.Role.GLOBAL_CATALOG, "", Search.Scope.SUBTREE,
                Filter.and(named, "(mailNickname=*)", "(!(proxyAddresses=*))"), Set.of("cn"));
        return inquiries.search(search, 1).thenAccept(found -> found.stream().map(Entry::dn)
                .forEach(dn -> say(dn + " is not stamped yet: the Recipient Update Service has given it no addresses.")));
    }

    private CompletionStage<Void> goOn(int ofDepth, Question question, Verdict verdict) {
        say(Sentences.of(verdict));
        if (verdict instanceof Verdict.Expand expand) {
            return walkAll(ofDepth + 1, expand.addresses(), question);
        }
        if (verdict instanceof Verdict.Bifurcate copy) {
            return walkAll(ofDepth + 1, copy.addresses(), new Question(question.sender(), copy.sender(), question.size()));
        }
        return CompletableFuture.completedStage(null);
    }

    private CompletionStage<Void> walkAll(int ofDepth, List<Address> addresses, Question question) {
        CompletionStage<Void> all = CompletableFuture.completedStage(null);
        for (Address address : addresses) {
            all = all.thenCompose(nothing -> walk(ofDepth, address, question));
        }
        return all;
    }

    private void at(int newDepth, String newSubject) {
        depth = newDepth;
        subject = newSubject;
    }

    private void say(String sentence) {
        if (steps.size() < MAX_STEPS) {
            steps.add(new Step(depth, subject, sentence));
        }
    }
}
