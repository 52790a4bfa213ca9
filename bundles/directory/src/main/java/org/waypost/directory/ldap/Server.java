package org.waypost.directory.ldap;

import java.util.Optional;
import org.apache.directory.api.ldap.model.exception.LdapException;

/** One LDAP server, and what is known of it. Any thread. */
public final class Server {
    private final ServerUrl url;
    private final Connector connector;
    private volatile RootDse rootDse;

    Server(ServerUrl url, Connector connector) {
        this.url = url;
        this.connector = connector;
    }

    public String url() {
        return url.toString();
    }

    /** What it said of itself when it was last asked; empty if it has not answered yet. */
    public Optional<RootDse> known() {
        return Optional.ofNullable(rootDse);
    }

    /** Whether it is the one inside this process, as far as is known: Apache's, on the loopback address. */
    boolean isEmbedded() {
        return url.isLoopback() && known().map(dse -> dse.kind() == ServerKind.APACHEDS).orElse(false);
    }

    /** What it says of itself; waits for it the first time. */
    public RootDse rootDse() throws LdapException {
        RootDse known = rootDse;
        if (known == null) {
            connect().close();
            known = rootDse;
        }
        return known;
    }

    /**
     * A connection for its caller alone, for a search that does not end; the caller closes it. Waits, at most the
     * configured time for each step.
     */
    public StreamConnection streaming() throws LdapException {
        return identified(connector.open(url, StreamConnection::new));
    }

    /**
     * A connection, secured and bound with our credentials; the caller closes it. It is never opened again by
     * itself: once closed, all its calls fail.
     */
    Connection connect() throws LdapException {
        return identified(connector.open(url));
    }

    /**
     * Whether the server believes that somebody is who they say: a connection of their own is made and closed.
     *
     * @throws org.apache.directory.api.ldap.model.exception.LdapOperationException if it answered and does not
     */
    public void prove(Bind as) throws LdapException {
        connector.open(url, as).close();
    }

    private <C extends Connection> C identified(C connection) throws LdapException {
        boolean known = false;
        try {
            rootDse = connector.identify(url, connection);
            known = true;
            return connection;
        } finally {
            if (!known) {
                connection.close();
            }
        }
    }
}
