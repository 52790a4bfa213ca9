package org.waypost.ds2mb.mapping;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.Value;

/** What came of reading an object of the directory. */
public sealed interface Reading {
    /**
     * What the object stands for; nothing at all if it is of no concern to this server.
     *
     * @param own the key that is the object's own
     * @param domains for which it makes this organization responsible
     * @param routes what it adds to the routing of this server
     */
    record Understood(Optional<OwnKey> own, List<DomainClaim> domains, List<Route> routes) implements Reading {
        public static final Understood NOTHING = new Understood(Optional.empty(), List.of(), List.of());

        public Understood {
            Objects.requireNonNull(own);
            domains = List.copyOf(domains);
            routes = List.copyOf(routes);
        }
    }

    /** It cannot be replicated. @param cause for people, without a full stop */
    record Corrupt(String cause) implements Reading {}

    /** A key with its properties, {@code KeyType} among them if it has one. */
    record OwnKey(MetabaseKey key, SortedMap<String, Value> properties) {
        public OwnKey {
            Objects.requireNonNull(key);
            properties = new TreeMap<>(properties);
        }
    }

    /** @param domain in lower case; @param authoritative false if another system has recipients of it too */
    record DomainClaim(String domain, boolean authoritative) {}

    /**
     * @param space {@code *}, a domain, or {@code .DOMAIN} for all below it
     * @param target as a value of {@code routes} has it: SMARTHOST or SMARTHOST/CREDENTIALS
     * @param cost the lowest wins
     */
    record Route(String space, String target, int cost) {}
}
