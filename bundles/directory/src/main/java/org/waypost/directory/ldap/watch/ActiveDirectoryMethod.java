package org.waypost.directory.ldap.watch;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.message.Response;
import org.apache.directory.api.ldap.model.message.SearchResultDone;
import org.apache.directory.api.ldap.model.message.controls.OpaqueControl;
import org.apache.directory.api.ldap.model.name.Dn;
import org.waypost.directory.DirectoryChange;
import org.waypost.directory.ldap.Entries;
import org.waypost.directory.ldap.RootDse;
import org.waypost.directory.ldap.Server;
import org.waypost.directory.ldap.ServerKind;
import org.waypost.directory.ldap.StreamConnection;

/**
 * Active Directory's change notification (MS-ADTS 3.1.1.3.4.1.9). It takes no filter but {@code (objectClass=*)} and
 * only whole naming contexts, so it but wakes us; what changed is then found by {@code uSNChanged}, which counts the
 * changes of that one server and is the position. What changed in the naming context and is not found with the
 * watch's base and filter was deleted, moved away, or ceased to match. Deleted objects are seen only by those who may
 * read the container of them.
 */
final class ActiveDirectoryMethod implements NotificationMethod {
    private static final String NOTIFICATION = "1.2.840.113556.1.4.528";
    private static final String SHOW_DELETED = "1.2.840.113556.1.4.417";
    private static final String ID = "objectGUID";
    /** A notification that was lost is made good after that time. */
    private static final int IDLE_MILLIS = 30_000;

    @Override
    public String name() {
        return "active-directory";
    }

    @Override
    public boolean isOfferedBy(RootDse server) {
        return server.kind() == ServerKind.ACTIVE_DIRECTORY && server.has(NOTIFICATION);
    }

    @Override
    public void follow(Server server, StreamConnection connection, Delivery delivery)
            throws LdapException, InterruptedException, NotTakenException {
        Dn context = context(connection, delivery.base());
        connection.streamCollapsed(Requests.subtree(context, "(objectClass=*)", List.of(ID), critical(NOTIFICATION), critical(SHOW_DELETED)));
        long reached = catchUp(connection, context, delivery);
        while (true) {
            Response woken = connection.next(IDLE_MILLIS).orElse(null);
            if (woken instanceof SearchResultDone done) {
                Requests.requireSuccess(done);
                throw new LdapException("the server ended the notification");
            }
            long highest = highest(connection);
            if (highest > reached) {
                changes(connection, context, delivery, reached, highest);
                delivery.flush();
                reached = highest;
            }
        }
    }

    private static long catchUp(StreamConnection connection, Dn context, Delivery delivery)
            throws LdapException, InterruptedException, NotTakenException {
        // Asked for before the searches: what changes meanwhile is found again, not missed.
        long highest = highest(connection);
        if (delivery.cookie().isPresent()) {
            changes(connection, context, delivery, Long.parseLong(delivery.cookie().get()), highest);
            delivery.upToDate();
        } else {
            Comparison.of(connection, delivery, Long.toString(highest));
        }
        return highest;
    }

    private static void changes(StreamConnection connection, Dn context, Delivery delivery, long from, long to)
            throws LdapException, InterruptedException, NotTakenException {
        String since = "(uSNChanged>=" + (from + 1) + ")";
        Set<UUID> touched = new HashSet<>();
        Requests.paged(connection, Requests.subtree(context, since, List.of(ID), critical(SHOW_DELETED)),
                found -> Entries.entry(found).ifPresent(entry -> touched.add(entry.id())));
        Requests.paged(connection, Requests.subtree(delivery.base(), "(&" + since + delivery.watch().filter() + ")", delivery.watch().attributes()),
                found -> {
                    var entry = Entries.entry(found);
                    if (entry.isPresent()) {
                        touched.remove(entry.get().id());
                        delivery.add(new DirectoryChange.Changed(entry.get()));
                    }
                });
        for (UUID gone : touched) {
            delivery.add(new DirectoryChange.Deleted(gone));
        }
        delivery.reached(Long.toString(to));
    }

    private static long highest(StreamConnection connection) throws LdapException {
        return Long.parseLong(Requests.rootDse(connection, "highestCommittedUSN").get(0));
    }

    /** The naming context that holds a base. */
    private static Dn context(StreamConnection connection, Dn base) throws LdapException {
        Dn found = base;
        for (String name : Requests.rootDse(connection, "namingContexts")) {
            Dn context = new Dn(name);
            if (context.isAncestorOf(base) && (found == base || context.size() > found.size())) {
                found = context;
            }
        }
        return found;
    }

    private static OpaqueControl critical(String oid) {
        return new OpaqueControl(oid, true);
    }
}
