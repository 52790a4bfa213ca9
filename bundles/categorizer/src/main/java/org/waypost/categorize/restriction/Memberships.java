package org.waypost.categorize.restriction;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.waypost.categorize.lookup.DnKey;
import org.waypost.categorize.lookup.Inquiries;
import org.waypost.directory.Entry;
import org.waypost.directory.Filter;
import org.waypost.directory.Search;

/**
 * Whether somebody is a member of a group, be it through other groups. Looks upwards, from the member to
 * the groups that have it: those are few, however large they are. Dynamic groups do not count.
 */
final class Memberships {
    private static final int MAX_GROUPS = 10_000;

    private final Inquiries inquiries;

    Memberships(Inquiries inquiries) {
        this.inquiries = inquiries;
    }

    /** @param groups their DNs */
    CompletionStage<Boolean> isMember(String dn, List<String> groups) {
        return groups.isEmpty() ? CompletableFuture.completedStage(false)
                : isDirectMember(dn, groups).thenCompose(direct -> direct ? CompletableFuture.completedStage(true)
                        : climb(Set.of(dn), keys(groups), new HashSet<>(Set.of(DnKey.of(dn)))));
    }

    /** Which of some entries are this one or a group that has it, be it through other groups. @param dns as they are written */
    CompletionStage<Set<String>> among(String dn, Set<String> dns) {
        Set<DnKey> found = new HashSet<>(Set.of(DnKey.of(dn)));
        return climbAll(Set.of(dn), found).thenApply(nothing -> dns.stream().filter(one -> found.contains(DnKey.of(one)))
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** The common case, for which the groups themselves suffice, which are in the cache. */
    private CompletionStage<Boolean> isDirectMember(String dn, List<String> groups) {
        DnKey member = DnKey.of(dn);
        List<CompletableFuture<Optional<Entry>>> asked = groups.stream().map(group -> inquiries.byDn(group).toCompletableFuture()).toList();
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new)).thenApply(nothing -> asked.stream()
                .flatMap(answer -> answer.join().stream()).flatMap(group -> group.values("member").stream())
                .anyMatch(value -> value.length() >= dn.length() / 2 && DnKey.of(value).equals(member)));
    }

    private CompletionStage<Boolean> climb(Collection<String> from, Set<DnKey> wanted, Set<DnKey> seen) {
        return above(from, seen).thenCompose(fresh -> {
            if (fresh.stream().anyMatch(dn -> wanted.contains(DnKey.of(dn)))) {
                return CompletableFuture.completedStage(true);
            }
            return fresh.isEmpty() ? CompletableFuture.completedStage(false) : climb(fresh, wanted, seen);
        });
    }

    private CompletionStage<Void> climbAll(Collection<String> from, Set<DnKey> seen) {
        return above(from, seen).thenCompose(fresh -> fresh.isEmpty() ? CompletableFuture.completedStage(null) : climbAll(fresh, seen));
    }

    /** The groups that have one of these, without those seen before. */
    private CompletionStage<List<String>> above(Collection<String> members, Set<DnKey> seen) {
        Search above = new Search(Search.Role.GLOBAL_CATALOG, "", Search.Scope.SUBTREE, Filter.anyOf("member", members), Set.of("cn"));
        return inquiries.search(above, MAX_GROUPS)
                .thenApply(groups -> groups.stream().map(Entry::dn).filter(dn -> seen.add(DnKey.of(dn))).toList());
    }

    private static Set<DnKey> keys(List<String> dns) {
        return dns.stream().map(DnKey::of).collect(Collectors.toSet());
    }
}
