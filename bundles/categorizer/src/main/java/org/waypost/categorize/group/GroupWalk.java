package org.waypost.categorize.group;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.waypost.categorize.CategorizerEvent;
import org.waypost.categorize.lookup.DirectoryRecipient;
import org.waypost.categorize.lookup.DnKey;
import org.waypost.categorize.lookup.Inquiries;
import org.waypost.categorize.restriction.Restrictions;
import org.waypost.categorize.restriction.Sender;
import org.waypost.directory.DirectoryRefusedException;
import org.waypost.directory.Entry;
import org.waypost.event.EventLog;
import org.waypost.mail.Address;
import org.waypost.text.Counted;

/**
 * One expansion under way. Many members of one group are asked for at once, one group after the other, so that
 * only one thread at a time is here.
 */
final class GroupWalk {
    /** Members of this group that are asked for at once, so that large groups let small ones pass. */
    private static final int AT_ONCE = 1_000;

    private final Inquiries inquiries;
    private final Restrictions restrictions;
    private final EventLog events;
    private final Turns turns;
    private final Sender sender;
    private final int maxMembers;
    private final Set<DnKey> groups = new HashSet<>();
    private final Set<Address> addresses = new LinkedHashSet<>();
    private Optional<String> failure = Optional.empty();

    GroupWalk(Inquiries inquiries, Restrictions restrictions, EventLog events, Turns turns, Sender sender, int maxMembers) {
        this.inquiries = inquiries;
        this.restrictions = restrictions;
        this.events = events;
        this.turns = turns;
        this.sender = sender;
        this.maxMembers = maxMembers;
    }

    CompletionStage<Members> from(DirectoryRecipient group) {
        return add(group).thenApply(nothing -> failure.<Members>map(Members.Failed::new)
                .orElseGet(() -> new Members.All(List.copyOf(addresses))));
    }

    private CompletionStage<Void> add(DirectoryRecipient group) {
        if (failure.isPresent() || !groups.add(DnKey.of(group.dn()))) {
            return CompletableFuture.completedStage(null);
        }
        return named(group).thenCombine(matching(group), (named, matching) -> {
            List<DirectoryRecipient> nested = new ArrayList<>();
            named.forEach(member -> take(group, member, nested));
            matching.forEach(member -> take(group, member, nested));
            return nested;
        }).thenCompose(nested -> addAll(group, nested));
    }

    /** The members that the group names. */
    private CompletionStage<List<DirectoryRecipient>> named(DirectoryRecipient group) {
        List<String> dns = group.entry().values("member");
        if (dns.size() > maxMembers) {
            tooMany(group);
            return CompletableFuture.completedStage(List.of());
        }
        List<DirectoryRecipient> found = new ArrayList<>(dns.size());
        CompletionStage<Void> all = CompletableFuture.completedStage(null);
        for (int from = 0; from < dns.size(); from += AT_ONCE) {
            List<String> part = dns.subList(from, Math.min(from + AT_ONCE, dns.size()));
            all = all.thenCompose(nothing -> turns.take(part.size(), () -> find(group, part, found)));
        }
        return all.thenApply(nothing -> found);
    }

    private CompletionStage<Void> find(DirectoryRecipient group, List<String> dns, List<DirectoryRecipient> found) {
        List<CompletableFuture<Optional<Entry>>> asked = dns.stream().map(dn -> inquiries.byDn(dn).toCompletableFuture()).toList();
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new)).thenRun(() -> {
            for (int i = 0; i < dns.size(); i++) {
                Optional<Entry> entry = asked.get(i).join();
                entry.map(DirectoryRecipient::new).ifPresent(found::add);
                if (entry.isEmpty()) {
                    skipped(group, dns.get(i), "there is no such entry");
                }
            }
        });
    }

    /** The members that a dynamic group finds; not itself. */
    private CompletionStage<List<DirectoryRecipient>> matching(DirectoryRecipient group) {
        Optional<String> filter = group.entry().value("msExchDynamicDLFilter");
        if (filter.isEmpty()) {
            return CompletableFuture.completedStage(List.of());
        }
        String base = group.entry().value("msExchDynamicDLBaseDN").orElse("");
        return inquiries.matching(base, filter.get(), maxMembers)
                .thenApply(found -> found.stream().map(DirectoryRecipient::new).filter(entry -> !entry.dn().equals(group.dn())).toList())
                .exceptionallyCompose(problem -> refused(group, problem));
    }

    private CompletionStage<List<DirectoryRecipient>> refused(DirectoryRecipient group, Throwable problem) {
        Throwable cause = problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
        if (!(cause instanceof DirectoryRefusedException)) {
            return CompletableFuture.failedStage(cause);
        }
        failure = Optional.of("the directory refuses the filter of " + group.dn() + ": " + cause.getMessage());
        return CompletableFuture.completedStage(List.of());
    }

    private void take(DirectoryRecipient group, DirectoryRecipient member, List<DirectoryRecipient> nested) {
        Optional<Address> address = member.address();
        if (address.isPresent()) {
            addresses.add(address.get());
        } else if (member.isGroup()) {
            nested.add(member);
        } else {
            skipped(group, member.dn(), "it has no mail address");
        }
        if (addresses.size() > maxMembers) {
            tooMany(group);
        }
    }

    private CompletionStage<Void> addAll(DirectoryRecipient group, List<DirectoryRecipient> nested) {
        CompletionStage<Void> all = CompletableFuture.completedStage(null);
        for (DirectoryRecipient inner : nested) {
            all = all.thenCompose(nothing -> restrictions.check(sender, inner)).thenCompose(refusal -> {
                if (refusal.isEmpty()) {
                    return add(inner);
                }
                skipped(group, inner.dn(), "the sender may not send to it");
                return CompletableFuture.completedStage(null);
            });
        }
        return all;
    }

    private void tooMany(DirectoryRecipient group) {
        failure = Optional.of(group.dn() + " has more than " + Counted.of(maxMembers, "member"));
    }

    private void skipped(DirectoryRecipient group, String member, String reason) {
        events.report(CategorizerEvent.MEMBER_SKIPPED, group.dn(), member, reason);
    }
}
