package org.waypost.admin.doctor;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.waypost.dns.Dns;
import org.waypost.dns.DnsAnswer;
import org.waypost.service.Gate;

/** Lookups that a check waits for. */
record Names(Gate<Dns> dns) {
    private static final long SECONDS = 60;

    DnsAnswer<Dns.MxRecord> mx(String domain, List<String> servers) throws Exception {
        return get(service -> service.mx(domain, servers));
    }

    DnsAnswer<InetAddress> addresses(String name) throws Exception {
        return get(service -> service.addresses(name, List.of()));
    }

    DnsAnswer<String> names(InetAddress address) throws Exception {
        return get(service -> service.names(address, List.of()));
    }

    private <T> T get(Function<Dns, CompletionStage<T>> question) throws InterruptedException, ExecutionException, TimeoutException {
        return dns.call(question).toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
    }

    static <T> List<T> records(DnsAnswer<T> answer) {
        return answer instanceof DnsAnswer.Found<T> found ? found.records() : List.of();
    }

    /** Why there is none, as a clause. */
    static String reason(DnsAnswer<?> answer) {
        return answer instanceof DnsAnswer.Failed<?> failed ? failed.reason()
                : answer instanceof DnsAnswer.NoSuchName<?> ? "the name does not exist" : "the name has no such record";
    }
}
