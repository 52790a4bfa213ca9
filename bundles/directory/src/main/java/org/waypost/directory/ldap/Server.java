package org.waypost.directory.ldap;

import java.util.Optional;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.ldap.client.api.LdapNetworkConnection;

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

    /** What it says of itself; waits for it the first time. */
    public RootDse rootDse() throws LdapException {
        RootDse known = rootDse;
        if (known == null) {
            dedicated().close();
            known = rootDse;
        }
        return known;
    }

    /**
     * A connection for its caller alone, secured and bound with our credentials; the caller closes it. Waits, at
     * most the configured time for each step. It is never opened again by itself: once closed, all its calls fail.
     */
    public LdapNetworkConnection dedicated() throws LdapException {
        Connection connection = connector.open(url);
        rootDse = connector.identify(url, connection);
        return connection;
    }
}
