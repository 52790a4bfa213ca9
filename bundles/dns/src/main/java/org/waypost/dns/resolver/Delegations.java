package org.waypost.dns.resolver;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Cache;
import org.xbill.DNS.Credibility;
import org.xbill.DNS.DClass;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.SetResponse;
import org.xbill.DNS.Type;

/**
 * The zones that referrals named, for their time to live. Kept apart from answers: what a parent says of a zone's servers
 * leads there and is told to nobody. Any thread.
 */
final class Delegations {
    private final List<InetSocketAddress> root;
    private final int port;
    private final Cache zones;
    private final Cache hosts;

    Delegations(DnsSettings settings) {
        root = settings.rootHints();
        port = settings.referralPort();
        zones = cache(settings);
        hosts = cache(settings);
    }

    /** The zone furthest down, of those that are known, that the name is in. */
    Delegation closest(Name name) {
        // No SOA is ever put in, so that what comes is the servers of a zone or nothing.
        SetResponse known = zones.lookupRecords(name, Type.SOA, Credibility.ANY);
        return known.isDelegation() ? delegation(known.getNS(), List.of()) : Delegation.ofRoot(root);
    }

    /** Keeps what a zone said of one below it. */
    Delegation add(ZoneReply.Referral referral) {
        zones.addRRset(referral.servers(), Credibility.GLUE);
        referral.glue().forEach(this::add);
        return delegation(referral.servers(), referral.glue());
    }

    /** Keeps addresses of a host. */
    void add(RRset addresses) {
        hosts.addRRset(addresses, Credibility.GLUE);
    }

    /** The zone is to be asked for again where it was named. */
    void drop(Name zone) {
        zones.flushSet(zone, Type.NS);
    }

    /** Those known of a host, whether they still hold or not. */
    List<InetSocketAddress> addresses(Name host) {
        return Stream.of(Type.A, Type.AAAA).map(type -> hosts.lookupRecords(host, type, Credibility.ANY))
                .filter(SetResponse::isSuccessful).flatMap(found -> addresses(found.answers().stream())).toList();
    }

    /** Where name servers with these addresses listen. */
    Stream<InetSocketAddress> addresses(Stream<RRset> sets) {
        return sets.flatMap(set -> set.rrs(false).stream()).map(Delegations::address)
                .map(address -> new InetSocketAddress(address, port));
    }

    // What has just come counts even if its time to live is zero.
    private Delegation delegation(RRset servers, List<RRset> glue) {
        Map<Name, List<InetSocketAddress>> found = new LinkedHashMap<>();
        for (Record server : servers.rrs(false)) {
            Name host = ((NSRecord) server).getTarget();
            List<InetSocketAddress> fresh = new ArrayList<>(addresses(glue.stream().filter(set -> set.getName().equals(host))).toList());
            found.put(host, fresh.isEmpty() ? addresses(host) : fresh);
        }
        return new Delegation(servers.getName(), found);
    }

    private static InetAddress address(Record record) {
        return record instanceof ARecord four ? four.getAddress() : ((AAAARecord) record).getAddress();
    }

    private static Cache cache(DnsSettings settings) {
        Cache cache = new Cache(DClass.IN);
        cache.setMaxEntries(settings.cacheEntries());
        cache.setMaxCache((int) settings.maxTtl().toSeconds());
        return cache;
    }
}
