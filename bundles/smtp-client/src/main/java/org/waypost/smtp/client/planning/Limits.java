package org.waypost.smtp.client.planning;

import java.net.InetAddress;
import java.util.Set;

/**
 * Bounds of what is tried, and who we are.
 *
 * @param ownNames our names, in lower case
 * @param ownAddresses addresses at which we listen
 * @param maxHosts mail exchangers asked for, 1 or more
 * @param maxAddresses targets tried, 1 or more
 */
public record Limits(Set<String> ownNames, Set<InetAddress> ownAddresses, int maxHosts, int maxAddresses) {
    public Limits {
        ownNames = Set.copyOf(ownNames);
        ownAddresses = Set.copyOf(ownAddresses);
    }

    /** The same bounds for a host that was named on purpose, which may be ourselves. */
    Limits withoutSelf() {
        return new Limits(Set.of(), Set.of(), maxHosts, maxAddresses);
    }
}
