package org.waypost.directory.ldap;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.message.ResultCodeEnum;
import org.apache.directory.api.ldap.model.message.SearchRequest;
import org.apache.directory.api.ldap.model.message.SearchResultDoneImpl;
import org.apache.directory.ldap.client.api.LdapConnectionConfig;
import org.apache.directory.ldap.client.api.LdapNetworkConnection;
import org.apache.directory.ldap.client.api.exception.InvalidConnectionException;
import org.apache.directory.ldap.client.api.future.SearchFuture;

/**
 * A connection that is opened once. The library opens a lost one again within the next call, without TLS and
 * without a bind, and lets a search wait its whole time when the connection is lost meanwhile; this one does neither.
 */
public class Connection extends LdapNetworkConnection {
    private final Set<SearchFuture> searches = ConcurrentHashMap.newKeySet();
    private volatile boolean opened;

    Connection(LdapConnectionConfig config) {
        super(config);
        addConnectionClosedEventListener(this::lost);
    }

    @Override
    public boolean connect() throws LdapException {
        if (opened && !isConnected()) {
            throw new InvalidConnectionException("the connection was closed");
        }
        boolean connected = super.connect();
        opened = true;
        return connected;
    }

    /** Ends with {@code UNAVAILABLE} if the connection is lost. The caller gives the future back by {@link #finished}. */
    @Override
    public SearchFuture searchAsync(SearchRequest request) throws LdapException {
        SearchFuture search = super.searchAsync(request);
        searches.add(search);
        if (!isConnected()) {
            lost();
        }
        return search;
    }

    /** Whom it leads to, for people. */
    String server() {
        return getConfig().getLdapHost() + ":" + getConfig().getLdapPort();
    }

    /** How long to wait for one response. */
    public Duration patience() {
        return Duration.ofMillis(getConfig().getTimeout());
    }

    /** The answer of a search is read, or not wanted any more. */
    public void finished(SearchFuture search) {
        searches.remove(search);
    }

    private void lost() {
        for (SearchFuture search : searches) {
            SearchResultDoneImpl end = new SearchResultDoneImpl();
            end.getLdapResult().setResultCode(ResultCodeEnum.UNAVAILABLE);
            end.getLdapResult().setDiagnosticMessage("the connection was closed");
            try {
                search.set(end);
            } catch (InterruptedException e) {
                // The library's queue is unbounded and never waits.
                Thread.currentThread().interrupt();
            }
        }
    }
}
