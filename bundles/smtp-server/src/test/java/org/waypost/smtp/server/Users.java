package org.waypost.smtp.server;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.mail.Address;
import org.waypost.recipient.RecipientResolver;
import org.waypost.recipient.Resolution;

/** Knows alice and bob at example.com. */
final class Users implements RecipientResolver {
    private static final Set<String> MAILBOXES = Set.of("alice", "bob");

    @Override
    public CompletionStage<Resolution> resolve(Address address) {
        return CompletableFuture.completedFuture(who(address));
    }

    private static Resolution who(Address address) {
        if (!address.domain().equals("example.com")) {
            return new Resolution.Remote();
        }
        return MAILBOXES.contains(address.local()) ? new Resolution.Mailbox(address.local()) : new Resolution.Unknown();
    }
}
