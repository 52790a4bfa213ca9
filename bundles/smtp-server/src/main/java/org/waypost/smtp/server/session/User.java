package org.waypost.smtp.server.session;

import java.util.Objects;
import java.util.Set;
import org.waypost.mail.Address;

/**
 * Whom a client authenticated as.
 *
 * @param name for logs and trace
 * @param addresses it may send as
 */
public record User(String name, Set<String> addresses) {
    public User {
        Objects.requireNonNull(name);
        addresses = Set.copyOf(addresses);
    }

    /** Whether an address is one of the user's, without regard to case, as directories compare addresses. */
    public boolean maySendAs(Address address) {
        return addresses.stream().anyMatch(address.toString()::equalsIgnoreCase);
    }
}
