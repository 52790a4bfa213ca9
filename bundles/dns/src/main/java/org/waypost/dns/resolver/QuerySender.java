package org.waypost.dns.resolver;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;

/** Sends one question to one server: by UDP, and by TCP after a truncated answer (RFC 1035, RFC 6891). */
final class QuerySender {
    /** What DNS flag day 2020 settled on: an answer of this size crosses any path unfragmented. */
    private static final int EDNS_PAYLOAD = 1232;

    private final Duration timeout;
    private final boolean tcpOnly;
    private final boolean recursion;

    /** @param recursion whether the server is to find what it does not know */
    QuerySender(DnsSettings settings, boolean recursion) {
        timeout = settings.timeout();
        tcpOnly = settings.tcpOnly();
        this.recursion = recursion;
    }

    /** Completes with whatever was answered, exceptionally if nothing was; the watcher is told before. */
    CompletionStage<Message> send(InetSocketAddress address, Record question, Watcher watcher) {
        SimpleResolver server = new SimpleResolver(address);
        server.setTimeout(timeout);
        server.setTCP(tcpOnly);
        server.setEDNS(0, EDNS_PAYLOAD, 0, List.of());
        Message query = Message.newQuery(question);
        if (!recursion) {
            query.getHeader().unsetFlag(Flags.RD);
        }
        long begin = System.nanoTime();
        return server.sendAsync(query).whenComplete((answer, failure) -> {
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            if (failure == null) {
                watcher.answered(question, address, answer, took);
            } else {
                watcher.failed(question, address, describe(failure), took);
            }
        });
    }

    static String label(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + " port " + address.getPort();
    }

    static String describe(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
