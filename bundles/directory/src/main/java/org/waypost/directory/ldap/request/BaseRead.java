package org.waypost.directory.ldap.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.message.ResultCodeEnum;
import org.apache.directory.api.ldap.model.message.SearchRequest;
import org.apache.directory.api.ldap.model.message.SearchResultDone;
import org.apache.directory.api.ldap.model.message.SearchResultReference;
import org.waypost.directory.DirectoryRefusedException;
import org.waypost.directory.Entry;
import org.waypost.directory.ldap.Connection;
import org.waypost.directory.ldap.Entries;
import org.waypost.directory.ldap.Request;
import org.waypost.directory.ldap.RootDse;

/**
 * Reads entries by their DNs: all requests are sent before the first answer is waited for.
 *
 * @param attributes empty for all user attributes
 */
public record BaseRead(List<String> dns, Set<String> attributes) implements Request<Map<String, Entry>> {
    public BaseRead {
        dns = List.copyOf(dns);
        attributes = Set.copyOf(attributes);
    }

    /** @return those that exist; a DN that cannot be read is taken for one that does not */
    @Override
    public Map<String, Entry> run(Connection connection, RootDse server) throws LdapException {
        Map<String, Pending> sent = new LinkedHashMap<>();
        for (String dn : dns) {
            Optional<SearchRequest> request = request(dn);
            if (request.isPresent()) {
                sent.put(dn, new Pending(connection, request.get()));
            }
        }
        Map<String, Entry> found = new LinkedHashMap<>();
        for (Map.Entry<String, Pending> pending : sent.entrySet()) {
            Optional<Entry> entry = pending.getValue().read();
            if (entry.isPresent()) {
                found.put(pending.getKey(), Ranges.isPart(entry.get()) ? new Ranges(connection).whole(entry.get()) : entry.get());
            }
        }
        return found;
    }

    static Optional<Entry> read(Connection connection, String dn, Set<String> attributes) throws LdapException {
        return new Pending(connection, Searches.base(dn, attributes)).read();
    }

    /** As {@link #read}, with values that the server gives in parts only. */
    static Optional<Entry> whole(Connection connection, String dn, Set<String> attributes) throws LdapException {
        Optional<Entry> entry = read(connection, dn, attributes);
        return entry.isPresent() && Ranges.isPart(entry.get()) ? Optional.of(new Ranges(connection).whole(entry.get())) : entry;
    }

    private Optional<SearchRequest> request(String dn) {
        try {
            return Optional.of(Searches.base(dn, attributes));
        } catch (DirectoryRefusedException e) {
            return Optional.empty();
        }
    }

    private static final class Pending implements Answer.Found {
        private final List<Entry> entries = new ArrayList<>();
        private final Answer answer;

        Pending(Connection connection, SearchRequest request) throws LdapException {
            answer = new Answer(connection, request, this);
        }

        Optional<Entry> read() throws LdapException {
            SearchResultDone done = answer.read();
            if (done.getLdapResult().getResultCode() == ResultCodeEnum.NO_SUCH_OBJECT) {
                return Optional.empty();
            }
            Results.check(done.getLdapResult());
            return entries.stream().findFirst();
        }

        @Override
        public void entry(org.apache.directory.api.ldap.model.entry.Entry entry) {
            Entries.entry(entry).ifPresent(entries::add);
        }

        @Override
        public void reference(SearchResultReference reference) {
            // The entry itself is elsewhere: for us it does not exist.
        }
    }
}
