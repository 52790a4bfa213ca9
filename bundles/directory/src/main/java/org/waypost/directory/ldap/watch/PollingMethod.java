package org.waypost.directory.ldap.watch;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.waypost.directory.DirectoryChange;
import org.waypost.directory.Entry;
import org.waypost.directory.ldap.Entries;
import org.waypost.directory.ldap.RootDse;
import org.waypost.directory.ldap.Server;
import org.waypost.directory.ldap.StreamConnection;

/**
 * Reads all entries again and again and compares them with what they were, since no time stamp shows a deletion.
 * Keeps a number for each entry, not the entry. Works with every server.
 */
final class PollingMethod implements NotificationMethod {
    /** There is no position; this says that there was a comparison. */
    private static final String COMPARED = "compared";

    private final Duration interval;

    PollingMethod(Duration interval) {
        this.interval = interval;
    }

    @Override
    public String name() {
        return "polling";
    }

    @Override
    public boolean isOfferedBy(RootDse server) {
        return true;
    }

    @Override
    public void follow(Server server, StreamConnection connection, Delivery delivery)
            throws LdapException, InterruptedException, NotTakenException {
        Map<UUID, Integer> known = new HashMap<>();
        delivery.beginComparison();
        poll(connection, delivery, known);
        delivery.endComparison(Optional.of(COMPARED));
        while (true) {
            // Nothing is streamed: this waits, and ends when the connection is lost.
            connection.next(interval.toMillis());
            poll(connection, delivery, known);
            delivery.flush();
        }
    }

    private static void poll(StreamConnection connection, Delivery delivery, Map<UUID, Integer> known)
            throws LdapException, InterruptedException, NotTakenException {
        Set<UUID> gone = new HashSet<>(known.keySet());
        Requests.paged(connection, Requests.subtree(delivery.base(), delivery.watch().filter(), delivery.watch().attributes()), found -> {
            Optional<Entry> entry = Entries.entry(found);
            if (entry.isPresent()) {
                gone.remove(entry.get().id());
                Integer before = known.put(entry.get().id(), entry.get().hashCode());
                if (before == null || before != entry.get().hashCode()) {
                    delivery.add(new DirectoryChange.Changed(entry.get()));
                }
            }
        });
        for (UUID id : gone) {
            known.remove(id);
            delivery.add(new DirectoryChange.Deleted(id));
        }
    }
}
