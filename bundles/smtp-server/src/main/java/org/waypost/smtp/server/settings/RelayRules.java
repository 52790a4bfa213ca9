package org.waypost.smtp.server.settings;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whose mail goes where.
 *
 * @param localDomains in lower case; empty: those that the recipient resolver knows
 * @param relayDomains in lower case: mail for these is taken from anyone
 * @param networks clients that may send anywhere
 */
public record RelayRules(Set<String> localDomains, Set<String> relayDomains, List<Network> networks) {
    public RelayRules {
        localDomains = Set.copyOf(localDomains);
        relayDomains = Set.copyOf(relayDomains);
        networks = List.copyOf(networks);
    }

    /** Whether the recipient resolver is to be asked about a domain. */
    public boolean mayBeLocal(String domain) {
        return localDomains.isEmpty() || localDomains.contains(domain.toLowerCase(Locale.ROOT));
    }

    /** Whether a client may send to a domain that is not local. */
    public boolean allows(InetAddress client, String domain) {
        return relayDomains.contains(domain) || networks.stream().anyMatch(network -> network.contains(client));
    }
}
