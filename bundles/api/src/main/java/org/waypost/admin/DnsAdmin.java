package org.waypost.admin;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.waypost.dns.DnsTrace;
import org.waypost.dns.DnsUpdate;

/** Name lookups for people. As {@link QueueAdmin}, except that a trace waits up to a minute. */
@ProviderType
public interface DnsAdmin {
    /**
     * @param domain also as people write an IDN
     * @param server a virtual server whose DNS servers are asked, or the address of a DNS server with an optional port;
     *     empty for the servers of the DNS service
     */
    Answer<DnsTrace.Trace> trace(String domain, Optional<String> server);

    /**
     * Compares what the DNS says of this server with what it should, and changes that if asked to (RFC 2136).
     *
     * @param apply false: only looks
     */
    Answer<List<DnsUpdate.ZoneUpdate>> register(Registration registration, boolean apply);

    /**
     * What the DNS should say.
     *
     * @param names of this server; empty: the host names of its virtual servers. They get exactly the addresses
     * @param addresses of this server; empty: those at which virtual servers listen, except those of loopback
     * @param domains for which the first name becomes a mail exchanger; empty: those of this server that have none
     */
    record Registration(List<String> names, List<String> addresses, List<String> domains) {
        public Registration {
            names = List.copyOf(names);
            addresses = List.copyOf(addresses);
            domains = List.copyOf(domains);
        }
    }
}
