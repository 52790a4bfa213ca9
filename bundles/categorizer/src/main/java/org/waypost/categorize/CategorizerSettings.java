package org.waypost.categorize;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waypost.mail.Address;

/**
 * What the categorizer is told by its configuration. Never changes.
 *
 * @param authoritativeDomains in lower case; who is not found in one of them is nobody. The first is that of a
 *     bare postmaster.
 * @param sharedDomains in lower case; who is not found in one of them is somewhere else
 * @param recipientLimit recipients of one message whose sender has no limit of its own; 0 for no limit
 * @param maxMembers of one group, 1 or more
 * @param localAgent the delivery agent of mailboxes that name none
 * @param subaddressSeparator what begins a subaddress; empty for no subaddresses
 * @param postmaster who takes mail to a postmaster that the directory does not have; empty: the mailbox
 *     {@code postmaster} of the local agent
 */
public record CategorizerSettings(List<String> authoritativeDomains, Set<String> sharedDomains, int recipientLimit, int maxMembers,
        String localAgent, String subaddressSeparator, Optional<Address> postmaster) {
    /** What this organization has to do with a domain. */
    public enum Responsibility {
        /** All mail of it is delivered by us or not at all. */
        AUTHORITATIVE,
        /** Another system has recipients of it too. */
        SHARED,
        /** None of ours. */
        NONE
    }

    public CategorizerSettings {
        authoritativeDomains = List.copyOf(authoritativeDomains);
        sharedDomains = Set.copyOf(sharedDomains);
    }

    /**
     * A domain that is both is shared: an error there must not refuse mail of the other system. No domain is ours,
     * for the bare postmaster.
     */
    public Responsibility responsibility(String domain) {
        if (sharedDomains.contains(domain)) {
            return Responsibility.SHARED;
        }
        return domain.isEmpty() || authoritativeDomains.contains(domain) ? Responsibility.AUTHORITATIVE : Responsibility.NONE;
    }

    /** The address with a domain, if it has none and there is one. */
    public Address complete(Address address) {
        return address.domain().isEmpty() && !authoritativeDomains.isEmpty()
                ? new Address(address.local(), authoritativeDomains.get(0)) : address;
    }

    /** {@code alice@example.com} for {@code alice+news@example.com}; the same address if it has no subaddress. */
    public Address withoutSubaddress(Address address) {
        int end = subaddressSeparator.isEmpty() ? -1 : address.local().indexOf(subaddressSeparator);
        return end > 0 ? new Address(address.local().substring(0, end), address.domain()) : address;
    }
}
