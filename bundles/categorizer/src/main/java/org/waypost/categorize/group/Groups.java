package org.waypost.categorize.group;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.waypost.categorize.CategorizerEvent;
import org.waypost.categorize.CategorizerSettings;
import org.waypost.categorize.Rejections;
import org.waypost.categorize.lookup.Colleagues;
import org.waypost.categorize.lookup.DirectoryRecipient;
import org.waypost.categorize.lookup.Inquiries;
import org.waypost.categorize.restriction.Restrictions;
import org.waypost.categorize.restriction.Sender;
import org.waypost.categorizer.Categorizer.Verdict;
import org.waypost.event.EventLog;
import org.waypost.mail.Address;

/**
 * The verdict on a group. Its members get the message under a reverse-path of its own, in a copy, only if that
 * is another one: the owner's if {@code reportToOwner} is TRUE, the null one if {@code reportToOriginator} is
 * FALSE. A message that has the null reverse-path keeps it, so that no report is ever reported on.
 */
public final class Groups {
    private final Inquiries inquiries;
    private final ExpansionServers servers;
    private final GroupExpansion expansion;
    private final EventLog events;

    public Groups(Inquiries inquiries, Colleagues colleagues, Restrictions restrictions, Supplier<CategorizerSettings> settings,
            EventLog events) {
        this.inquiries = inquiries;
        this.servers = new ExpansionServers(inquiries, colleagues);
        this.expansion = new GroupExpansion(inquiries, restrictions, settings, events);
        this.events = events;
    }

    /** @param reversePath what the message has now */
    public CompletionStage<Verdict> verdict(DirectoryRecipient group, Sender sender, Optional<Address> reversePath) {
        return servers.elsewhere(group).thenCompose(elsewhere -> elsewhere.isPresent()
                ? CompletableFuture.completedStage(elsewhere.get())
                : expansion.members(group, sender).thenCompose(members -> verdict(group, members, reversePath)));
    }

    private CompletionStage<Verdict> verdict(DirectoryRecipient group, Members members, Optional<Address> reversePath) {
        if (members instanceof Members.Failed failed) {
            events.report(CategorizerEvent.GROUP_FAILED, group.dn(), failed.reason());
            return CompletableFuture.completedStage(Rejections.groupFailed("The group cannot be expanded"));
        }
        List<Address> addresses = ((Members.All) members).addresses();
        if (addresses.isEmpty()) {
            return CompletableFuture.completedStage(Rejections.groupFailed("The group has no members that get mail"));
        }
        return reports(group, reversePath).thenApply(path -> path.equals(reversePath)
                ? new Verdict.Expand(addresses) : new Verdict.Bifurcate(path, addresses));
    }

    /** The reverse-path for the members. */
    private CompletionStage<Optional<Address>> reports(DirectoryRecipient group, Optional<Address> reversePath) {
        if (reversePath.isEmpty()) {
            return CompletableFuture.completedStage(reversePath);
        }
        if (group.entry().isTrue("reportToOwner")) {
            Optional<String> owner = group.entry().value("managedBy").or(() -> group.entry().value("owner"));
            return owner.map(dn -> inquiries.byDn(dn).thenApply(found -> found.map(DirectoryRecipient::new).flatMap(DirectoryRecipient::address)))
                    .orElse(CompletableFuture.completedStage(Optional.empty()));
        }
        boolean toNobody = group.entry().value("reportToOriginator").map("FALSE"::equalsIgnoreCase).orElse(false);
        return CompletableFuture.completedStage(toNobody ? Optional.empty() : reversePath);
    }
}
