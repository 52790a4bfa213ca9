package org.waypost.directory.ldap.watch;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.directory.api.ldap.model.entry.Entry;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.exception.LdapOperationException;
import org.apache.directory.api.ldap.model.message.AliasDerefMode;
import org.apache.directory.api.ldap.model.message.Control;
import org.apache.directory.api.ldap.model.message.Response;
import org.apache.directory.api.ldap.model.message.ResultCodeEnum;
import org.apache.directory.api.ldap.model.message.SearchRequest;
import org.apache.directory.api.ldap.model.message.SearchRequestImpl;
import org.apache.directory.api.ldap.model.message.SearchResultDone;
import org.apache.directory.api.ldap.model.message.SearchResultEntry;
import org.apache.directory.api.ldap.model.message.SearchScope;
import org.apache.directory.api.ldap.model.message.controls.PagedResults;
import org.apache.directory.api.ldap.model.message.controls.PagedResultsImpl;
import org.apache.directory.api.ldap.model.name.Dn;
import org.apache.directory.ldap.client.api.future.SearchFuture;
import org.waypost.directory.ldap.Entries;
import org.waypost.directory.ldap.StreamConnection;

/** Searches of watches. */
final class Requests {
    private static final int PAGE = 500;

    private Requests() {}

    /** What is done with each entry found. */
    interface Each {
        void found(Entry entry) throws LdapException, InterruptedException, NotTakenException;
    }

    /** @param attributes empty for all user attributes; ids always come */
    static SearchRequest subtree(Dn base, String filter, Collection<String> attributes, Control... controls) throws LdapException {
        SearchRequest request = new SearchRequestImpl();
        request.setBase(base);
        request.setScope(SearchScope.SUBTREE);
        request.setFilter(filter);
        // Syncrepl is refused for a search that dereferences aliases.
        request.setDerefAliases(AliasDerefMode.NEVER_DEREF_ALIASES);
        request.addAttributes(Entries.request(attributes));
        request.addAllControls(controls);
        return request;
    }

    /** Finds all, in pages; the next page is asked for when this one was worked off. */
    static void paged(StreamConnection connection, SearchRequest request, Each each) throws LdapException, InterruptedException, NotTakenException {
        PagedResults page = new PagedResultsImpl();
        page.setSize(PAGE);
        page.setCritical(true);
        byte[] cookie;
        do {
            request.addControl(page);
            cookie = page(connection, request, each);
            page.setCookie(cookie);
        } while (cookie.length > 0);
    }

    private static byte[] page(StreamConnection connection, SearchRequest request, Each each)
            throws LdapException, InterruptedException, NotTakenException {
        SearchFuture future = connection.searchAsync(request);
        try {
            while (true) {
                Response response = future.get(connection.getConfig().getTimeout(), TimeUnit.MILLISECONDS);
                if (response == null) {
                    throw new LdapOperationException(ResultCodeEnum.UNAVAILABLE, "the server did not answer a search in time");
                }
                if (response instanceof SearchResultEntry entry) {
                    each.found(entry.getEntry());
                } else if (response instanceof SearchResultDone done) {
                    return next(done);
                }
            }
        } finally {
            connection.finished(future);
        }
    }

    /** Throws if a search ended in any way but well. */
    static void requireSuccess(SearchResultDone done) throws LdapOperationException {
        ResultCodeEnum code = done.getLdapResult().getResultCode();
        if (code != ResultCodeEnum.SUCCESS) {
            throw new LdapOperationException(code, code + ": " + done.getLdapResult().getDiagnosticMessage());
        }
    }

    /** The values of a root DSE's attribute. */
    static List<String> rootDse(StreamConnection connection, String attribute) throws LdapException {
        Entry root = connection.getRootDse(attribute);
        if (root == null || root.get(attribute) == null) {
            throw new LdapException("the root DSE has no " + attribute);
        }
        return Entries.texts(root.get(attribute));
    }

    private static byte[] next(SearchResultDone done) throws LdapOperationException {
        requireSuccess(done);
        PagedResults page = (PagedResults) done.getControl(PagedResults.OID);
        return page == null || page.getCookie() == null ? new byte[0] : page.getCookie();
    }
}
