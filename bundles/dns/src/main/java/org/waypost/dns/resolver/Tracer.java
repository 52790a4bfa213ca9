package org.waypost.dns.resolver;

import java.net.InetAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.waypost.dns.Dns.MxRecord;
import org.waypost.dns.DnsAnswer;
import org.waypost.dns.DnsTrace.Exchanger;
import org.waypost.dns.DnsTrace.Trace;

/** One trace: the lookups of delivery for a domain, and what it makes of them. */
final class Tracer {
    /** Addresses of more are not looked up. */
    private static final int MAX_EXCHANGERS = 20;

    private final CachingDns dns;
    private final String domain;
    private final List<String> servers;
    private final Recorder recorder = new Recorder();

    Tracer(CachingDns dns, String domain, List<String> servers) {
        this.dns = dns;
        this.domain = domain;
        this.servers = servers;
    }

    CompletionStage<Trace> run() {
        return dns.mx(domain, servers, recorder).thenCompose(this::exchangers);
    }

    private CompletionStage<Trace> exchangers(DnsAnswer<MxRecord> answer) {
        if (answer instanceof DnsAnswer.Failed<MxRecord> failed) {
            return none("Mail for " + domain + " waits and is tried again: " + failed.reason() + ".");
        }
        if (answer instanceof DnsAnswer.NoSuchName<MxRecord>) {
            return none("Mail for " + domain + " is returned: the domain does not exist.");
        }
        List<MxRecord> records = answer instanceof DnsAnswer.Found<MxRecord> found ? found.records()
                : List.of(new MxRecord(0, domain));
        if (records.stream().allMatch(mx -> mx.host().equals("."))) {
            return none("Mail for " + domain + " is returned: the domain accepts no mail (null MX).");
        }
        boolean implicit = !(answer instanceof DnsAnswer.Found<MxRecord>);
        return resolve(records.stream().sorted(Comparator.comparingInt(MxRecord::preference)).toList())
                .thenApply(exchangers -> judged(exchangers, implicit));
    }

    /** One after the other, so that the queries can be read in their order. */
    private CompletionStage<List<Exchanger>> resolve(List<MxRecord> records) {
        CompletionStage<List<Exchanger>> all = CompletableFuture.completedStage(List.of());
        for (MxRecord mx : records.subList(0, Math.min(records.size(), MAX_EXCHANGERS))) {
            all = all.thenCompose(before -> dns.addresses(mx.host(), servers, recorder)
                    .thenApply(answer -> Stream.concat(before.stream(), Stream.of(exchanger(mx, answer))).toList()));
        }
        return all;
    }

    private static Exchanger exchanger(MxRecord mx, DnsAnswer<InetAddress> answer) {
        if (answer instanceof DnsAnswer.Found<InetAddress> found) {
            return new Exchanger(mx.preference(), mx.host(), found.records().stream().map(InetAddress::getHostAddress).toList(), "");
        }
        return new Exchanger(mx.preference(), mx.host(), List.of(), answer instanceof DnsAnswer.Failed<InetAddress> failed ? failed.reason()
                : answer instanceof DnsAnswer.NoSuchName<InetAddress> ? "the host does not exist" : "the host has no address");
    }

    private Trace judged(List<Exchanger> exchangers, boolean implicit) {
        Optional<Exchanger> first = exchangers.stream().filter(exchanger -> !exchanger.addresses().isEmpty()).findFirst();
        String why = implicit ? "the domain itself, since it has no MX" : "the first with an address in the order of preference";
        String verdict = first.map(e -> "Mail for " + domain + " goes to " + e.host() + " at " + e.addresses().get(0) + ", " + why + ".")
                .orElse("Mail for " + domain + " is not delivered: no mail exchanger has an address.");
        return new Trace(recorder.queries(), exchangers, first.map(Exchanger::host), verdict);
    }

    private CompletionStage<Trace> none(String verdict) {
        return CompletableFuture.completedStage(new Trace(recorder.queries(), List.of(), Optional.empty(), verdict));
    }
}
