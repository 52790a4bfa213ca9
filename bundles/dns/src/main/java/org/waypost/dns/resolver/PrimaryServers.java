package org.waypost.dns.resolver;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.dns.DnsAnswer;
import org.waypost.dns.update.Zone;
import org.waypost.dns.update.ZoneFinder;
import org.xbill.DNS.Name;
import org.xbill.DNS.SOARecord;

/** Finds the zone of a name, and its primary server, by the SOA records that lookups give (RFC 2136 4.3). */
public final class PrimaryServers implements ZoneFinder {
    private final CachingDns dns;
    private final int port;

    /** @param port where primary servers listen, 1 to 65535 */
    public PrimaryServers(CachingDns dns, int port) {
        this.dns = dns;
        this.port = port;
    }

    @Override
    public CompletionStage<Zone> find(Name name) {
        return find(name, name);
    }

    private CompletionStage<Zone> find(Name wanted, Name from) {
        if (from.equals(Name.root)) {
            return failed("no zone was found that " + wanted.toString(true) + " is in");
        }
        return dns.soa(from).thenCompose(answer -> {
            if (answer instanceof DnsAnswer.Failed<SOARecord> failed) {
                return failed(failed.reason());
            }
            // An alias may have led to the SOA of another zone.
            return answer instanceof DnsAnswer.Found<SOARecord> found && found.records().get(0).getName().equals(from)
                    ? primary(found.records().get(0)) : find(wanted, new Name(from, 1));
        });
    }

    private CompletionStage<Zone> primary(SOARecord soa) {
        String host = soa.getHost().toString(true);
        // The last address is of IPv4 if it has one, which reaches further.
        return dns.addresses(host, List.of()).thenCompose(answer -> answer instanceof DnsAnswer.Found<InetAddress> found
                ? CompletableFuture.completedStage(new Zone(soa.getName(),
                        new InetSocketAddress(found.records().get(found.records().size() - 1), port)))
                : failed("the primary server " + host + " of " + soa.getName().toString(true) + " has no address"));
    }

    private static CompletionStage<Zone> failed(String reason) {
        return CompletableFuture.failedStage(new IOException(reason));
    }
}
