package org.waypost.directory.ldap;

import org.apache.directory.api.ldap.model.exception.LdapException;

/** What is asked of a server, by one or more operations on one connection. */
@FunctionalInterface
public interface Request<R> {
    /**
     * Waits for the answer, in a thread of the server's pool.
     *
     * @throws org.waypost.directory.DirectoryRefusedException if the server says no; the connection is used again
     * @throws LdapException if it does not answer properly; the connection is given up and the server is down
     */
    R run(Connection connection, RootDse server) throws LdapException;
}
