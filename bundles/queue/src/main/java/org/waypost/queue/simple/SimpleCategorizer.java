package org.waypost.queue.simple;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.categorizer.Categorizer;
import org.waypost.mail.EnhancedStatus;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;
import org.waypost.recipient.RecipientResolver;
import org.waypost.recipient.Resolution;
import org.waypost.service.Gate;

/** Takes the recipient resolver's word. Any thread. */
public final class SimpleCategorizer implements Categorizer {
    private static final EnhancedStatus NO_SUCH_USER = new EnhancedStatus(5, 1, 1);

    private final Gate<RecipientResolver> resolver;
    private final String localAgent;

    /** @param localAgent the delivery agent for mailboxes */
    public SimpleCategorizer(Gate<RecipientResolver> resolver, String localAgent) {
        this.resolver = resolver;
        this.localAgent = localAgent;
    }

    @Override
    public CompletionStage<List<Verdict>> categorize(Message message, List<Recipient> recipients) {
        if (recipients.size() == 1) {
            return verdict(recipients.get(0)).thenApply(List::of);
        }
        List<CompletableFuture<Verdict>> verdicts = recipients.stream()
                .map(recipient -> verdict(recipient).toCompletableFuture()).toList();
        return CompletableFuture.allOf(verdicts.toArray(CompletableFuture[]::new))
                .thenApply(nothing -> verdicts.stream().map(CompletableFuture::join).toList());
    }

    private CompletionStage<Verdict> verdict(Recipient recipient) {
        return resolver.call(present -> present.resolve(recipient.address())).thenApply(found -> verdict(recipient, found));
    }

    private Verdict verdict(Recipient recipient, Resolution found) {
        if (found instanceof Resolution.Mailbox mailbox) {
            return new Verdict.Local(localAgent, mailbox.mailbox());
        }
        if (found instanceof Resolution.Alias alias) {
            return new Verdict.Expand(alias.targets());
        }
        if (found instanceof Resolution.Remote || found instanceof Resolution.Shared) {
            return new Verdict.Remote();
        }
        return new Verdict.Reject(NO_SUCH_USER, "There is no mailbox " + recipient.address() + " here");
    }
}
