package org.waypost.directory.ldap.watch;

import java.util.Optional;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.waypost.directory.DirectoryChange;
import org.waypost.directory.ldap.Entries;
import org.waypost.directory.ldap.StreamConnection;

/** A full comparison by a search. */
final class Comparison {
    private Comparison() {}

    /** @param cookie what the listener has reached with it */
    static void of(StreamConnection connection, Delivery delivery, String cookie) throws LdapException, InterruptedException, NotTakenException {
        delivery.beginComparison();
        Requests.paged(connection, Requests.subtree(delivery.base(), delivery.watch().filter(), delivery.watch().attributes()), found -> {
            var entry = Entries.entry(found);
            if (entry.isPresent()) {
                delivery.add(new DirectoryChange.Changed(entry.get()));
            }
        });
        delivery.endComparison(Optional.of(cookie));
    }
}
