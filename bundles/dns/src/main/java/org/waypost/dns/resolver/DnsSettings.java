package org.waypost.dns.resolver;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/**
 * How names are looked up.
 *
 * @param servers in the order they are asked; empty: the root servers or, without them, the servers of the operating system
 * @param rootHints root servers, from which names are looked up without another resolver; empty: none
 * @param referralPort where the servers of zones listen, 1 to 65535
 * @param timeout for one answer of one server, positive
 * @param rounds how often the list of servers is gone through, 1 or more
 * @param tcpOnly whether UDP is never used
 * @param cacheEntries bound of each cache, 1 or more; the least recently used entry goes first
 * @param maxTtl longest time an answer is kept, whatever its TTL
 * @param maxNegativeTtl longest time the absence of a name or record is kept
 */
public record DnsSettings(List<InetSocketAddress> servers, List<InetSocketAddress> rootHints, int referralPort, Duration timeout,
        int rounds, boolean tcpOnly, int cacheEntries, Duration maxTtl, Duration maxNegativeTtl) {
    public DnsSettings {
        servers = List.copyOf(servers);
        rootHints = List.copyOf(rootHints);
    }
}
