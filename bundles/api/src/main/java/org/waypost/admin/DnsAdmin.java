package org.waypost.admin;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.waypost.dns.DnsTrace;

/** Name lookups for people. As {@link QueueAdmin}, except that a trace waits up to a minute. */
@ProviderType
public interface DnsAdmin {
    /**
     * @param domain also as people write an IDN
     * @param server a virtual server whose DNS servers are asked, or the address of a DNS server with an optional port;
     *     empty for the servers of the DNS service
     */
    Answer<DnsTrace.Trace> trace(String domain, Optional<String> server);
}
