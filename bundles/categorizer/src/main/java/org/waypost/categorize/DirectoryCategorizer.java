package org.waypost.categorize;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.waypost.categorize.lookup.AddressLookup;
import org.waypost.categorize.lookup.Colleagues;
import org.waypost.categorize.lookup.Inquiries;
import org.waypost.categorize.restriction.SenderLookup;
import org.waypost.categorizer.Categorizer;
import org.waypost.event.EventLog;
import org.waypost.mail.Address;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;

/**
 * The categorizer over the directory. All recipients of a message are looked up at once; when one look-up fails
 * the message is categorized again as a whole. A message from and to elsewhere asks nothing of the directory.
 */
public final class DirectoryCategorizer implements Categorizer {
    private final SenderLookup senders;
    private final AddressLookup lookup;
    private final Decider decider;

    public DirectoryCategorizer(Inquiries inquiries, Colleagues colleagues, Supplier<CategorizerSettings> settings, EventLog events) {
        senders = new SenderLookup(inquiries, settings);
        lookup = new AddressLookup(inquiries, settings);
        decider = new Decider(inquiries, colleagues, senders, settings, events);
    }

    @Override
    public CompletionStage<List<Verdict>> categorize(Message message, List<Recipient> recipients) {
        return senders.of(message).thenCompose(sender -> {
            Question question = new Question(sender, message.sender(), message.size());
            Optional<Verdict> refusal = isFirstTime(message, recipients)
                    ? decider.onMessage(question, recipients.size()) : Optional.empty();
            return refusal.isPresent()
                    ? CompletableFuture.completedStage(Collections.nCopies(recipients.size(), refusal.get()))
                    : verdicts(question, recipients);
        });
    }

    /** What came of an expansion, here or at a colleague, was not named by the sender. */
    private static boolean isFirstTime(Message message, List<Recipient> recipients) {
        return message.origin().originator().isEmpty() && message.origin().server().isEmpty()
                && recipients.stream().allMatch(each -> each.parent() == Recipient.NO_PARENT);
    }

    private CompletionStage<List<Verdict>> verdicts(Question question, List<Recipient> recipients) {
        if (recipients.size() == 1) {
            return verdict(question, recipients.get(0).address()).thenApply(List::of);
        }
        List<CompletableFuture<Verdict>> asked = recipients.stream()
                .map(recipient -> verdict(question, recipient.address()).toCompletableFuture()).toList();
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
                .thenApply(nothing -> asked.stream().map(CompletableFuture::join).toList());
    }

    private CompletionStage<Verdict> verdict(Question question, Address address) {
        return lookup.find(address).thenCompose(match -> decider.decide(question, address, match));
    }
}
