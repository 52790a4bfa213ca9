package org.waypost.directory.ldap;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.directory.api.ldap.model.message.SearchResultReference;
import org.waypost.event.EventLog;

/** Says of each referral once that it is not followed; of the first {@value #MOST} of them. */
final class Referrals {
    private static final int MOST = 100;

    private final EventLog events;
    private final Set<Collection<String>> said = ConcurrentHashMap.newKeySet();

    Referrals(EventLog events) {
        this.events = events;
    }

    /** Takes those that come from a search. */
    Consumer<SearchResultReference> of(Connection connection, String base) {
        return reference -> {
            Collection<String> urls = Set.copyOf(reference.getReferral().getLdapUrls());
            if (said.size() < MOST && said.add(urls)) {
                events.report(DirectoryEvent.REFERRAL_IGNORED, connection.server(), String.join(" ", urls), base);
            }
        };
    }
}
