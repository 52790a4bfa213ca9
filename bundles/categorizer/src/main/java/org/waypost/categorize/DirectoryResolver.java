package org.waypost.categorize;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.waypost.categorize.lookup.AddressLookup;
import org.waypost.categorize.lookup.DirectoryRecipient;
import org.waypost.categorize.lookup.Inquiries;
import org.waypost.categorize.lookup.Match;
import org.waypost.mail.Address;
import org.waypost.recipient.RecipientResolver;
import org.waypost.recipient.Resolution;

/**
 * Says at RCPT whether an address is anybody. One look-up and no more: a group or a forwarded recipient is an
 * alias of itself here, which the categorizer follows. So is an ambiguous address, which is accepted and
 * returned with 5.1.4. A stage fails when it cannot be known now.
 */
public final class DirectoryResolver implements RecipientResolver {
    private final AddressLookup lookup;

    public DirectoryResolver(Inquiries inquiries, Supplier<CategorizerSettings> settings) {
        lookup = new AddressLookup(inquiries, settings);
    }

    @Override
    public CompletionStage<Resolution> resolve(Address address) {
        return lookup.find(address).thenApply(match -> resolution(address, match));
    }

    private static Resolution resolution(Address address, Match match) {
        if (match instanceof Match.Found found) {
            return found(address, found);
        } else if (match instanceof Match.Unknown) {
            return new Resolution.Unknown();
        } else if (match instanceof Match.Shared) {
            return new Resolution.Shared();
        } else if (match instanceof Match.Elsewhere) {
            return new Resolution.Remote();
        }
        return match instanceof Match.Postmaster ? new Resolution.Mailbox("postmaster") : itself(address);
    }

    private static Resolution found(Address address, Match.Found found) {
        DirectoryRecipient recipient = found.recipient();
        if (!found.itself() && recipient.entry().value("altRecipient").isPresent()) {
            return itself(address);
        }
        Optional<Resolution> target = recipient.target().map(to -> new Resolution.Alias(List.of(to)));
        return target.or(() -> recipient.mailbox().map(Resolution.Mailbox::new)).orElseGet(() -> itself(address));
    }

    private static Resolution itself(Address address) {
        return new Resolution.Alias(List.of(address));
    }
}
