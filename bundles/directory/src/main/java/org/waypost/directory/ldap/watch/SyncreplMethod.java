package org.waypost.directory.ldap.watch;

import org.apache.directory.api.ldap.extras.controls.syncrepl.syncRequest.SyncRequestValue;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.waypost.directory.ldap.RootDse;
import org.waypost.directory.ldap.Server;
import org.waypost.directory.ldap.ServerKind;
import org.waypost.directory.ldap.StreamConnection;

/** RFC 4533 in the mode refreshAndPersist; the position is the server's cookie, in Base64. */
final class SyncreplMethod implements NotificationMethod {
    @Override
    public String name() {
        return "syncrepl";
    }

    /** ApacheDS names the control and gives no such service unless it is set up for replication. */
    @Override
    public boolean isOfferedBy(RootDse server) {
        return server.has(SyncRequestValue.OID) && server.kind() != ServerKind.APACHEDS;
    }

    @Override
    public void follow(Server server, StreamConnection connection, Delivery delivery)
            throws LdapException, InterruptedException, NotTakenException {
        new SyncreplSession(connection, delivery).run();
    }
}
