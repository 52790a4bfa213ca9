package org.waypost.dns.resolver;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.waypost.dns.Dns;
import org.waypost.dns.DnsAnswer;
import org.waypost.dns.DnsTrace;
import org.waypost.dns.ServerAddress;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * The services {@link Dns} and {@link DnsTrace}. Each list of servers has a cache of its own, since different servers may
 * know different things; the {@value #MAX_GROUPS} lists used last are kept.
 */
public final class CachingDns implements Dns, DnsTrace, AutoCloseable {
    private static final int MAX_GROUPS = 64;

    private final DnsSettings settings;
    private final Supplier<List<InetSocketAddress>> systemServers;
    private final InstantSource clock;
    private final Random random;
    private final Map<List<String>, Lookup> lookups = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, Lookup> eldest) {
            return size() > MAX_GROUPS;
        }
    };
    private volatile boolean closed;

    /**
     * @param systemServers asked when settings and call name no servers, and the settings no root servers; not empty
     * @param random chooses among servers that are equally good
     */
    public CachingDns(DnsSettings settings, Supplier<List<InetSocketAddress>> systemServers, InstantSource clock, Random random) {
        this.settings = settings;
        this.systemServers = systemServers;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public CompletionStage<DnsAnswer<MxRecord>> mx(String domain, List<String> servers) {
        return mx(domain, servers, Watcher.NONE);
    }

    CompletionStage<DnsAnswer<MxRecord>> mx(String domain, List<String> servers, Watcher watcher) {
        return find(domain, Type.MX, servers, watcher, record -> {
            MXRecord mx = (MXRecord) record;
            String host = mx.getTarget().equals(Name.root) ? "." : plain(mx.getTarget());
            return new MxRecord(mx.getPriority(), host);
        });
    }

    @Override
    public CompletionStage<DnsAnswer<InetAddress>> addresses(String name, List<String> servers) {
        return addresses(name, servers, Watcher.NONE);
    }

    CompletionStage<DnsAnswer<InetAddress>> addresses(String name, List<String> servers, Watcher watcher) {
        CompletionStage<DnsAnswer<InetAddress>> six =
                find(name, Type.AAAA, servers, watcher, record -> ((AAAARecord) record).getAddress());
        CompletionStage<DnsAnswer<InetAddress>> four =
                find(name, Type.A, servers, watcher, record -> ((ARecord) record).getAddress());
        return six.thenCombine(four, Answers::both);
    }

    @Override
    public CompletionStage<DnsAnswer<String>> txt(String name, List<String> servers) {
        return find(name, Type.TXT, servers, Watcher.NONE, record -> String.join("", ((TXTRecord) record).getStrings()));
    }

    @Override
    public CompletionStage<DnsAnswer<String>> names(InetAddress address, List<String> servers) {
        return find(ReverseMap.fromAddress(address), Type.PTR, servers, Watcher.NONE,
                record -> plain(((PTRRecord) record).getTarget()));
    }

    @Override
    public CompletionStage<DnsAnswer<SrvRecord>> srv(String name, List<String> servers) {
        return find(name, Type.SRV, servers, Watcher.NONE, record -> {
            SRVRecord srv = (SRVRecord) record;
            String target = srv.getTarget().equals(Name.root) ? "." : plain(srv.getTarget());
            return new SrvRecord(srv.getPriority(), srv.getWeight(), srv.getPort(), target);
        });
    }

    CompletionStage<DnsAnswer<SOARecord>> soa(Name name) {
        return find(name, Type.SOA, List.of(), Watcher.NONE, SOARecord.class::cast);
    }

    @Override
    public CompletionStage<Trace> trace(String domain, List<String> servers) {
        return new Tracer(this, domain, servers).run();
    }

    /** Queries under way complete as failed; later ones do so at once. */
    @Override
    public void close() {
        closed = true;
    }

    private <T> CompletionStage<DnsAnswer<T>> find(String name, int type, List<String> servers, Watcher watcher,
            Function<Record, T> reader) {
        return absolute(name)
                .map(found -> find(found, type, servers, watcher, reader))
                // A name that does not fit into a query (RFC 1035 2.3.4) cannot exist.
                .orElseGet(() -> CompletableFuture.completedStage(new DnsAnswer.NoSuchName<>()));
    }

    private <T> CompletionStage<DnsAnswer<T>> find(Name name, int type, List<String> servers, Watcher watcher,
            Function<Record, T> reader) {
        Lookup lookup;
        try {
            lookup = lookup(servers);
        } catch (IllegalArgumentException e) {
            return CompletableFuture.completedStage(new DnsAnswer.Failed<>(e.getMessage()));
        }
        return lookup.find(name, type, watcher).thenApply(answer -> Answers.map(answer, reader));
    }

    private synchronized Lookup lookup(List<String> servers) {
        return lookups.computeIfAbsent(List.copyOf(servers), names -> {
            List<InetSocketAddress> asked = names.stream().map(ServerAddress::parse).toList();
            return new Lookup(source(asked.isEmpty() ? settings.servers() : asked), settings);
        });
    }

    private Source source(List<InetSocketAddress> servers) {
        if (servers.isEmpty() && !settings.rootHints().isEmpty()) {
            return new Iteration(settings, clock, random, () -> closed);
        }
        return new ServerGroup(servers.isEmpty() ? systemServers.get() : servers, settings, () -> closed);
    }

    private static Optional<Name> absolute(String name) {
        try {
            return Optional.of(Name.fromString(name, Name.root));
        } catch (TextParseException e) {
            return Optional.empty();
        }
    }

    private static String plain(Name name) {
        return name.toString(true).toLowerCase(Locale.ROOT);
    }
}
