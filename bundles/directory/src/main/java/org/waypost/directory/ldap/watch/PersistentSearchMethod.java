package org.waypost.directory.ldap.watch;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.message.Response;
import org.apache.directory.api.ldap.model.message.SearchResultDone;
import org.apache.directory.api.ldap.model.message.SearchResultEntry;
import org.apache.directory.api.ldap.model.message.controls.ChangeType;
import org.apache.directory.api.ldap.model.message.controls.EntryChange;
import org.apache.directory.api.ldap.model.message.controls.PersistentSearch;
import org.apache.directory.api.ldap.model.message.controls.PersistentSearchImpl;
import org.waypost.directory.DirectoryChange;
import org.waypost.directory.Entry;
import org.waypost.directory.Filter;
import org.waypost.directory.ldap.Entries;
import org.waypost.directory.ldap.RootDse;
import org.waypost.directory.ldap.Server;
import org.waypost.directory.ldap.StreamConnection;

/**
 * Persistent search (draft-ietf-ldapext-psearch-03). It tells of changes only and knows no position, so each
 * connection begins with a comparison. Nothing tells that an entry ceased to match, so all of the base is followed,
 * and each changed entry looked for with the watch's filter.
 */
final class PersistentSearchMethod implements NotificationMethod {
    private static final int IDLE_MILLIS = 60_000;
    /** There is no position; this says that there was a comparison. */
    private static final String COMPARED = "compared";

    @Override
    public String name() {
        return "persistent-search";
    }

    @Override
    public boolean isOfferedBy(RootDse server) {
        return server.has(PersistentSearch.OID);
    }

    @Override
    public void follow(Server server, StreamConnection connection, Delivery delivery)
            throws LdapException, InterruptedException, NotTakenException {
        PersistentSearch control = new PersistentSearchImpl();
        control.setCritical(true);
        control.setChangesOnly(true);
        control.setReturnECs(true);
        control.setChangeTypes(PersistentSearch.CHANGE_TYPES_MAX);
        connection.stream(Requests.subtree(delivery.base(), "(objectClass=*)", List.of("entryUUID"), control));
        // Its own connection: while changes are waiting, nothing else is read from the one they come by.
        try (StreamConnection reading = server.streaming()) {
            Comparison.of(reading, delivery, COMPARED);
            while (true) {
                if (!connection.hasNext()) {
                    delivery.flush();
                }
                Optional<Response> response = connection.next(IDLE_MILLIS);
                if (response.isPresent()) {
                    take(response.get(), reading, delivery);
                }
            }
        }
    }

    private static void take(Response response, StreamConnection reading, Delivery delivery)
            throws LdapException, InterruptedException, NotTakenException {
        if (response instanceof SearchResultDone done) {
            Requests.requireSuccess(done);
            throw new LdapException("the server ended the search");
        }
        if (response instanceof SearchResultEntry found) {
            Optional<UUID> id = Entries.entry(found.getEntry()).map(Entry::id);
            ChangeType type = found.getControl(EntryChange.OID) instanceof EntryChange change ? change.getChangeType() : ChangeType.MODIFY;
            // A renamed entry takes all below it along, and one without an id could be any.
            if (type == ChangeType.MODDN || id.isEmpty()) {
                Comparison.of(reading, delivery, COMPARED);
            } else if (type == ChangeType.DELETE) {
                delivery.add(new DirectoryChange.Deleted(id.get()));
            } else {
                look(id.get(), reading, delivery);
            }
        }
    }

    private static void look(UUID id, StreamConnection reading, Delivery delivery) throws LdapException, InterruptedException, NotTakenException {
        DirectoryChange[] change = {new DirectoryChange.Deleted(id)};
        String filter = Filter.and(Filter.equal("entryUUID", id.toString()), delivery.watch().filter());
        Requests.paged(reading, Requests.subtree(delivery.base(), filter, delivery.watch().attributes()),
                found -> Entries.entry(found).ifPresent(entry -> change[0] = new DirectoryChange.Changed(entry)));
        delivery.add(change[0]);
    }
}
