package org.waypost.categorize.restriction;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.categorize.lookup.Inquiries;
import org.waypost.categorizer.SenderLists;
import org.waypost.mail.Address;

/** Lists of senders, whose groups the directory tells. Dynamic groups do not count, as in restrictions of recipients. */
public final class DirectorySenderLists implements SenderLists {
    private static final CompletionStage<Set<String>> NONE = CompletableFuture.completedStage(Set.of());

    private final SenderLookup senders;
    private final Memberships memberships;

    public DirectorySenderLists(Inquiries inquiries, SenderLookup senders) {
        this.senders = senders;
        this.memberships = new Memberships(inquiries);
    }

    @Override
    public CompletionStage<Set<String>> listed(Optional<Address> sender, Set<String> dns) {
        if (sender.isEmpty() || dns.isEmpty()) {
            return NONE;
        }
        return senders.of(sender, false).thenCompose(senders::person)
                .thenCompose(who -> who.isEmpty() ? NONE : memberships.among(who.get().dn(), dns));
    }
}
