package org.waypost.ds2mb.replica;

import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.waypost.ds2mb.mapping.Reading.DomainClaim;

/**
 * The domains that policies name. A domain stays for as long as one of them does. It is shared when all that name it
 * say so, as with Exchange, where it must be made so in each of them.
 */
final class DomainTable {
    /** @param dn of the first policy, by name, that makes the domain what it is */
    record Claim(boolean authoritative, String dn, Set<UUID> claimants) {}

    private final SortedMap<String, Claim> claims = new TreeMap<>();

    /** To be called in the order of the policies' names. */
    void add(DomainClaim claim, UUID id, String dn) {
        Claim before = claims.get(claim.domain());
        if (before == null) {
            claims.put(claim.domain(), new Claim(claim.authoritative(), dn, new HashSet<>(Set.of(id))));
            return;
        }
        before.claimants().add(id);
        if (claim.authoritative() && !before.authoritative()) {
            claims.put(claim.domain(), new Claim(true, dn, before.claimants()));
        }
    }

    void each(BiConsumer<String, Claim> action) {
        claims.forEach(action);
    }

    TreeSet<String> names(boolean authoritative) {
        TreeSet<String> names = new TreeSet<>(claims.keySet());
        names.removeIf(name -> claims.get(name).authoritative() != authoritative);
        return names;
    }

    Set<UUID> claimants() {
        Set<UUID> all = new HashSet<>();
        claims.values().forEach(claim -> all.addAll(claim.claimants()));
        return all;
    }
}
