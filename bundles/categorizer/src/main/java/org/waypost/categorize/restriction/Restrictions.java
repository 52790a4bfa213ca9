package org.waypost.categorize.restriction;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.categorize.Rejections;
import org.waypost.categorize.lookup.DirectoryRecipient;
import org.waypost.categorize.lookup.DnKey;
import org.waypost.categorize.lookup.Inquiries;
import org.waypost.categorizer.Categorizer.Verdict;

/**
 * Who may send to a recipient: {@code msExchRequireAuthToSendTo}, {@code authOrig}, {@code unauthOrig},
 * {@code dLMemSubmitPerms}, {@code dLMemRejectPerms}. Who is refused is refused, also if he is allowed too. As
 * in Exchange, a sender is known by the reverse-path, which only authentication proves.
 *
 * <p>The null reverse-path passes to an individual, for whose mail it may be the report. A group sends
 * nothing, so that only this server itself passes to a restricted one.
 */
public final class Restrictions {
    private static final CompletionStage<Optional<Verdict>> MAY = CompletableFuture.completedStage(Optional.empty());

    private final SenderLookup senders;
    private final Memberships memberships;

    public Restrictions(Inquiries inquiries, SenderLookup senders) {
        this.senders = senders;
        this.memberships = new Memberships(inquiries);
    }

    /** @return why not; empty if the sender may */
    public CompletionStage<Optional<Verdict>> check(Sender sender, DirectoryRecipient recipient) {
        boolean provenOnly = recipient.entry().isTrue("msExchRequireAuthToSendTo");
        if (!provenOnly && !hasLists(recipient)) {
            return MAY;
        }
        if (sender.address().isEmpty()) {
            return sender.trusted() || !recipient.isGroup() ? MAY : refused(recipient, "the null reverse-path");
        }
        if (provenOnly && !sender.trusted()) {
            return refused(recipient, "senders that did not authenticate");
        }
        return hasLists(recipient) ? senders.person(sender).thenCompose(who -> check(who, sender, recipient)) : MAY;
    }

    private CompletionStage<Optional<Verdict>> check(Optional<DirectoryRecipient> who, Sender sender, DirectoryRecipient recipient) {
        if (who.isEmpty()) {
            return isOpen(recipient) ? MAY : refused(recipient, sender);
        }
        String dn = who.get().dn();
        return isListed(dn, recipient, "unauthOrig", "dLMemRejectPerms").thenCompose(rejected -> {
            if (rejected) {
                return refused(recipient, sender);
            }
            return isOpen(recipient) ? MAY : isListed(dn, recipient, "authOrig", "dLMemSubmitPerms")
                    .thenCompose(allowed -> allowed ? MAY : refused(recipient, sender));
        });
    }

    private CompletionStage<Boolean> isListed(String dn, DirectoryRecipient recipient, String persons, String groups) {
        DnKey key = DnKey.of(dn);
        boolean named = values(recipient, persons).stream().map(DnKey::of).anyMatch(key::equals);
        return named ? CompletableFuture.completedStage(true) : memberships.isMember(dn, values(recipient, groups));
    }

    /** Open to all who are not refused. */
    private static boolean isOpen(DirectoryRecipient recipient) {
        return values(recipient, "authOrig").isEmpty() && values(recipient, "dLMemSubmitPerms").isEmpty();
    }

    private static boolean hasLists(DirectoryRecipient recipient) {
        return !isOpen(recipient) || !values(recipient, "unauthOrig").isEmpty() || !values(recipient, "dLMemRejectPerms").isEmpty();
    }

    private static List<String> values(DirectoryRecipient recipient, String attribute) {
        return recipient.entry().values(attribute);
    }

    private static CompletionStage<Optional<Verdict>> refused(DirectoryRecipient recipient, Sender sender) {
        return refused(recipient, sender.address().orElseThrow().toString());
    }

    private static CompletionStage<Optional<Verdict>> refused(DirectoryRecipient recipient, String whom) {
        String name = recipient.address().map(Object::toString).orElse(recipient.dn());
        return CompletableFuture.completedStage(Optional.of(Rejections.refused(name + " does not take mail from " + whom)));
    }
}
