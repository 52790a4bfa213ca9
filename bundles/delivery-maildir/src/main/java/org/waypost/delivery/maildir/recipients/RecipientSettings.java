package org.waypost.delivery.maildir.recipients;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.waypost.mail.Address;

/**
 * How local recipients are found.
 *
 * @param localDomains in lower case; at least one, the first is the default
 * @param usersFile absolute
 * @param aliasesFile absolute
 * @param catchAll takes what no other entry takes, if given; with the domain "" for a local name
 * @param separator between a local part and its subaddress; empty for no subaddresses
 * @param postmaster where {@code postmaster} goes when neither file has it: an address, or with the domain
 *     "" a user or, failing that, a mailbox
 */
public record RecipientSettings(List<String> localDomains, Path usersFile, Path aliasesFile, Optional<Address> catchAll,
        String separator, Address postmaster) {
    public RecipientSettings {
        localDomains = List.copyOf(localDomains);
        if (localDomains.isEmpty()) {
            throw new IllegalArgumentException("no local domain");
        }
    }

    String defaultDomain() {
        return localDomains.get(0);
    }

    /** The address with the default domain if it has none. */
    Address complete(Address address) {
        return address.domain().isEmpty() ? new Address(address.local(), defaultDomain()) : address;
    }
}
