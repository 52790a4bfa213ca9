package org.waypost.categorize;

import java.util.Optional;
import org.waypost.categorize.lookup.DirectoryRecipient;
import org.waypost.categorize.lookup.Match;
import org.waypost.categorize.restriction.Sender;
import org.waypost.categorizer.Categorizer.Verdict;
import org.waypost.mail.Address;
import org.waypost.text.Counted;

/** What was found and decided, in words for people. */
final class Sentences {
    private Sentences() {
    }

    static String of(Sender sender) {
        if (sender.address().isEmpty()) {
            return "The sender is the null reverse-path, as of a report.";
        }
        return sender.entry().map(who -> "The sender is " + who.dn() + ", supposed to have authenticated.")
                .orElse("The sender is somebody elsewhere, or nobody the directory knows.");
    }

    static String of(Match match) {
        if (match instanceof Match.Found found) {
            return found(found.recipient()) + (found.itself() ? " Itself is meant, without forwarding." : "");
        } else if (match instanceof Match.Ambiguous ambiguous) {
            return "Several entries have this address: " + String.join("; ", ambiguous.dns()) + ".";
        } else if (match instanceof Match.Postmaster) {
            return "The directory has no such postmaster; one is always accepted.";
        } else if (match instanceof Match.Unknown) {
            return "No entry has this address, and nobody else is responsible for its domain.";
        }
        return match instanceof Match.Shared ? "No entry has this address; its domain is shared with another system."
                : "The domain is not one of ours; the directory is not asked.";
    }

    static String of(Verdict verdict) {
        if (verdict instanceof Verdict.Local local) {
            return "Delivered by " + local.agent() + " to the mailbox " + local.mailbox() + ".";
        } else if (verdict instanceof Verdict.Expand expand) {
            return "Replaced by " + Counted.of(expand.addresses().size(), "address", "addresses") + ".";
        } else if (verdict instanceof Verdict.Bifurcate copy) {
            return "Replaced by " + Counted.of(copy.addresses().size(), "address", "addresses") + " in a copy of the message with the "
                    + reversePath(copy.sender()) + ".";
        }
        return verdict instanceof Verdict.Reject reject ? "Returned with " + reject.status() + ": " + reject.reason() + "."
                : server(((Verdict.Remote) verdict).server());
    }

    private static String server(Optional<String> server) {
        return server.map(name -> "Goes on to routing, to the server " + name + ".").orElse("Goes on to routing.");
    }

    private static String found(DirectoryRecipient recipient) {
        String kind = recipient.isDynamicGroup() ? "the dynamic group " : recipient.isGroup() ? "the group " : "";
        return "Found as " + kind + recipient.dn() + recipient.address().map(primary -> ", primary address " + primary).orElse("") + ".";
    }

    private static String reversePath(Optional<Address> sender) {
        return sender.map(address -> "reverse-path " + address).orElse("null reverse-path");
    }
}
