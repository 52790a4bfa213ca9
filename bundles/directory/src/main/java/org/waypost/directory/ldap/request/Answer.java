package org.waypost.directory.ldap.request;

import java.util.concurrent.TimeUnit;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.message.Response;
import org.apache.directory.api.ldap.model.message.SearchRequest;
import org.apache.directory.api.ldap.model.message.SearchResultDone;
import org.apache.directory.api.ldap.model.message.SearchResultEntry;
import org.apache.directory.api.ldap.model.message.SearchResultReference;
import org.apache.directory.ldap.client.api.future.SearchFuture;
import org.waypost.directory.ldap.Connection;

/** The answer to one search, read as it comes. */
final class Answer {
    private final Connection connection;
    private final SearchFuture future;
    private final Found found;

    /** Takes what a search finds. */
    interface Found {
        void entry(org.apache.directory.api.ldap.model.entry.Entry entry) throws LdapException;

        /** A part of what was asked for is elsewhere. */
        void reference(SearchResultReference reference);
    }

    /** Sends the search. */
    Answer(Connection connection, SearchRequest request, Found found) throws LdapException {
        this.connection = connection;
        this.found = found;
        future = connection.searchAsync(request);
    }

    /** Waits for the rest of the answer. */
    SearchResultDone read() throws LdapException {
        try {
            while (true) {
                Response response = future.get(connection.patience().toMillis(), TimeUnit.MILLISECONDS);
                if (response instanceof SearchResultDone done) {
                    return done;
                }
                take(response);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LdapException("ended while it waited for an answer", e);
        } finally {
            connection.finished(future);
        }
    }

    private void take(Response response) throws LdapException {
        if (response == null) {
            throw new LdapException("no answer within " + connection.patience().toMillis() + " ms");
        }
        if (response instanceof SearchResultEntry entry) {
            found.entry(entry.getEntry());
        } else if (response instanceof SearchResultReference reference) {
            found.reference(reference);
        }
    }
}
