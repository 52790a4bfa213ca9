package org.waypost.directory.ldap;

import org.waypost.directory.Search.Role;

/** The servers of the directory: which one is to be asked now. Any thread; no method waits. */
public interface Servers {
    /**
     * The first server of the role, in the configured order, that is not known to be down.
     *
     * @throws org.waypost.directory.DirectoryAwayException if there is none, with servers and causes
     */
    Server pick(Role role);

    /**
     * A server did not answer properly: it is not picked again before it answered a probe. Said by event once for
     * each cause.
     */
    void down(Server server, Throwable cause);

    /** The configured base of the role. */
    String base(Role role);
}
