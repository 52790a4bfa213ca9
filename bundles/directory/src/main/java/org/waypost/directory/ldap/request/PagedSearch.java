package org.waypost.directory.ldap.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.message.SearchRequest;
import org.apache.directory.api.ldap.model.message.SearchResultDone;
import org.apache.directory.api.ldap.model.message.SearchResultReference;
import org.apache.directory.api.ldap.model.message.controls.PagedResults;
import org.apache.directory.api.ldap.model.message.controls.PagedResultsImpl;
import org.waypost.directory.Entry;
import org.waypost.directory.Search;
import org.waypost.directory.ldap.Connection;
import org.waypost.directory.ldap.Entries;
import org.waypost.directory.ldap.Request;
import org.waypost.directory.ldap.RootDse;

/**
 * A search in pages (RFC 2696), always, so that no size limit of the server cuts the answer short: one that stops
 * early all the same is an error.
 */
public final class PagedSearch implements Request<Long> {
    private final Search search;
    private final int pageSize;
    private final Predicate<Entry> each;
    private final Consumer<SearchResultReference> references;

    /**
     * @param search with its base filled in
     * @param each takes an entry; false ends the search
     */
    public PagedSearch(Search search, int pageSize, Predicate<Entry> each, Consumer<SearchResultReference> references) {
        this.search = search;
        this.pageSize = pageSize;
        this.each = each;
        this.references = references;
    }

    /** @return how many were taken */
    @Override
    public Long run(Connection connection, RootDse server) throws LdapException {
        long taken = 0;
        byte[] cookie = null;
        do {
            Page page = new Page();
            SearchResultDone done = new Answer(connection, request(cookie), page).read();
            Results.check(done.getLdapResult());
            for (Entry entry : page.entries) {
                taken++;
                if (!each.test(Ranges.isPart(entry) ? new Ranges(connection).whole(entry) : entry)) {
                    return taken;
                }
            }
            cookie = cookie(done).orElse(null);
        } while (cookie != null);
        return taken;
    }

    private SearchRequest request(byte[] cookie) {
        SearchRequest request = Searches.of(search.base(), search.scope(), search.filter(), search.attributes());
        PagedResults paged = new PagedResultsImpl();
        paged.setSize(pageSize);
        if (cookie != null) {
            paged.setCookie(cookie);
        }
        request.addControl(paged);
        return request;
    }

    private static Optional<byte[]> cookie(SearchResultDone done) {
        PagedResults paged = (PagedResults) done.getControl(PagedResults.OID);
        return paged == null || paged.getCookie() == null || paged.getCookie().length == 0 ? Optional.empty() : Optional.of(paged.getCookie());
    }

    /** The page is read to its end before its entries are handed on: a receiver may take its time, the answer may not. */
    private final class Page implements Answer.Found {
        private final List<Entry> entries = new ArrayList<>();

        @Override
        public void entry(org.apache.directory.api.ldap.model.entry.Entry entry) {
            Entries.entry(entry).ifPresent(entries::add);
        }

        @Override
        public void reference(SearchResultReference reference) {
            references.accept(reference);
        }
    }
}
