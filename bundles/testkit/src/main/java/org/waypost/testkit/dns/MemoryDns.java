package org.waypost.testkit.dns;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.dns.Dns;
import org.waypost.dns.DnsAnswer;

/** A {@link Dns} that answers from memory, in the calling thread, whatever the servers asked for. */
public final class MemoryDns implements Dns {
    private static final Duration TTL = Duration.ofMinutes(5);

    private final DnsRecords records;

    public MemoryDns(DnsRecords records) {
        this.records = records;
    }

    @Override
    public CompletionStage<DnsAnswer<MxRecord>> mx(String domain, List<String> servers) {
        return answer(domain, records.mx(records.canonical(domain)));
    }

    @Override
    public CompletionStage<DnsAnswer<InetAddress>> addresses(String name, List<String> servers) {
        Comparator<InetAddress> sixFirst = Comparator.comparing(address -> !(address instanceof Inet6Address));
        return answer(name, records.addresses(records.canonical(name)).stream().sorted(sixFirst).toList());
    }

    @Override
    public CompletionStage<DnsAnswer<String>> txt(String name, List<String> servers) {
        return answer(name, records.txt(records.canonical(name)));
    }

    @Override
    public CompletionStage<DnsAnswer<String>> names(InetAddress address, List<String> servers) {
        List<String> names = records.names(address);
        return CompletableFuture.completedStage(names.isEmpty() ? new DnsAnswer.NoSuchName<>() : new DnsAnswer.Found<>(names, TTL));
    }

    @Override
    public CompletionStage<DnsAnswer<SrvRecord>> srv(String name, List<String> servers) {
        return answer(name, records.srv(records.canonical(name)));
    }

    private <T> CompletionStage<DnsAnswer<T>> answer(String name, List<T> found) {
        DnsAnswer<T> answer;
        if (records.isBroken(name)) {
            answer = new DnsAnswer.Failed<>("lookup of " + name + " failed (SERVFAIL)");
        } else if (!found.isEmpty()) {
            answer = new DnsAnswer.Found<>(found, TTL);
        } else {
            answer = records.exists(records.canonical(name)) ? new DnsAnswer.NoData<>() : new DnsAnswer.NoSuchName<>();
        }
        return CompletableFuture.completedStage(answer);
    }
}
