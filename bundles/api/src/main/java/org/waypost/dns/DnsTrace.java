package org.waypost.dns;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** The lookups that delivery makes for a domain, for people to see. Any thread; stages never fail exceptionally. */
@ProviderType
public interface DnsTrace {
    /**
     * @param domain in lower case, IDN as A-label
     * @param servers as for {@link Dns#mx}
     */
    CompletionStage<Trace> trace(String domain, List<String> servers);

    /**
     * What was asked and what follows (RFC 5321 5.1).
     *
     * @param queries in the order in which they ended
     * @param exchangers in the order of preference; delivery shuffles those of equal preference and leaves out this server itself
     * @param chosen the host that delivery tries first; empty if there is none
     * @param verdict what delivery does, as a sentence
     */
    record Trace(List<Query> queries, List<Exchanger> exchangers, Optional<String> chosen, String verdict) {
        public Trace {
            queries = List.copyOf(queries);
            exchangers = List.copyOf(exchangers);
            Objects.requireNonNull(chosen);
            Objects.requireNonNull(verdict);
        }
    }

    /**
     * @param type such as {@code MX}
     * @param server that was asked, such as {@code 127.0.0.1 port 53}; empty if the answer was in the cache of this server
     * @param result RCODE such as {@code NOERROR} (RFC 6895), or why there was no answer
     * @param ttl the shortest of the answer, as the server told it; empty without records
     * @param took 0 for {@link Origin#CACHE}
     * @param records of the answer, each with its owner and type where they are not those asked for; of a referral, the servers
     *     of the zone
     */
    record Query(String name, String type, String server, Origin origin, String result, Optional<Duration> ttl, Duration took,
            List<String> records) {
        public Query {
            Objects.requireNonNull(name);
            Objects.requireNonNull(type);
            Objects.requireNonNull(server);
            Objects.requireNonNull(origin);
            Objects.requireNonNull(result);
            Objects.requireNonNull(ttl);
            Objects.requireNonNull(took);
            records = List.copyOf(records);
        }
    }

    /** Where an answer came from. */
    enum Origin {
        /** The server asked is responsible for the name. */
        AUTHORITATIVE,
        /** The server asked had it from another one. */
        RELAYED,
        /** The server asked named the servers of a zone further down. */
        REFERRAL,
        /** This server had it from an earlier query. */
        CACHE,
        /** There was no answer. */
        NONE
    }

    /**
     * @param preference 0 to 65535, lowest first
     * @param addresses in the order to be tried
     * @param problem why it has no addresses, as a clause; empty if it has some
     */
    record Exchanger(int preference, String host, List<String> addresses, String problem) {
        public Exchanger {
            Objects.requireNonNull(host);
            addresses = List.copyOf(addresses);
            Objects.requireNonNull(problem);
        }
    }
}
