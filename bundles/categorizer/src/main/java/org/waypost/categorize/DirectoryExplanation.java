package org.waypost.categorize;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.waypost.categorize.lookup.Colleagues;
import org.waypost.categorize.lookup.Inquiries;
import org.waypost.categorize.restriction.Sender;
import org.waypost.categorize.restriction.SenderLookup;
import org.waypost.mail.Address;
import org.waypost.recipient.RecipientExplanation;

/** Goes the way of a message and writes down each step. Whoever is found as sender is taken to have authenticated. */
public final class DirectoryExplanation implements RecipientExplanation {
    private final Inquiries inquiries;
    private final Colleagues colleagues;
    private final Supplier<CategorizerSettings> settings;

    public DirectoryExplanation(Inquiries inquiries, Colleagues colleagues, Supplier<CategorizerSettings> settings) {
        this.inquiries = inquiries;
        this.colleagues = colleagues;
        this.settings = settings;
    }

    @Override
    public CompletionStage<List<Step>> explain(Optional<Address> sender, Address recipient, long size) {
        return new SenderLookup(inquiries, settings).of(sender, false)
                .thenApply(who -> new Sender(who.address(), who.entry().isPresent(), who.entry()))
                .thenCompose(who -> new Explained(inquiries, colleagues, settings, new Question(who, sender, size)).from(recipient));
    }
}
