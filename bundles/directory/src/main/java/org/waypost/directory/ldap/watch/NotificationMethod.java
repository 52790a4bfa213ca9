package org.waypost.directory.ldap.watch;

import org.apache.directory.api.ldap.model.exception.LdapException;
import org.waypost.directory.ldap.RootDse;
import org.waypost.directory.ldap.Server;
import org.waypost.directory.ldap.StreamConnection;

/** One way to hear of changes. Any thread. */
interface NotificationMethod {
    /** For people and for {@link org.waypost.directory.Position#method()}. */
    String name();

    boolean isOfferedBy(RootDse server);

    /**
     * Brings the listener up to date from {@link Delivery#cookie()}, then tells it of changes as they happen, for as
     * long as the connection holds. Ends by an exception only.
     *
     * @param connection to the server; the caller closes it
     * @throws LdapException when the connection or a search ends
     * @throws NotTakenException when the listener did not take something
     */
    void follow(Server server, StreamConnection connection, Delivery delivery) throws LdapException, InterruptedException, NotTakenException;
}
