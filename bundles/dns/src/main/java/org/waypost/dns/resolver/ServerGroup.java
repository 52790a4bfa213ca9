package org.waypost.dns.resolver;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;

/**
 * DNS servers that know the same. A query goes to the first one; the next one is asked when it does
 * not answer, or answers that it cannot. Each failed query names every server and its cause.
 */
final class ServerGroup {
    /** What DNS flag day 2020 settled on: an answer of this size crosses any path unfragmented. */
    private static final int EDNS_PAYLOAD = 1232;

    private final List<SimpleResolver> servers = new ArrayList<>();
    private final int attempts;
    private final BooleanSupplier stopped;

    /**
     * @param addresses at least one
     * @param stopped ends a query before its next attempt
     */
    ServerGroup(List<InetSocketAddress> addresses, DnsSettings settings, BooleanSupplier stopped) {
        for (InetSocketAddress address : addresses) {
            SimpleResolver server = new SimpleResolver(address);
            server.setTimeout(settings.timeout());
            server.setTCP(settings.tcpOnly());
            server.setEDNS(0, EDNS_PAYLOAD, 0, List.of());
            servers.add(server);
        }
        attempts = servers.size() * settings.rounds();
        this.stopped = stopped;
    }

    /** Completes with an answer or NXDOMAIN, else exceptionally with an {@link IOException} that lists the failures. */
    CompletionStage<Message> ask(Record question, Watcher watcher) {
        return attempt(question, 0, new ArrayList<>(), watcher);
    }

    private CompletionStage<Message> attempt(Record question, int number, List<String> failures, Watcher watcher) {
        if (number == attempts || stopped.getAsBoolean()) {
            String reason = failures.isEmpty() ? "lookups were stopped" : String.join("; ", failures);
            return CompletableFuture.failedStage(new IOException(reason));
        }
        SimpleResolver server = servers.get(number % servers.size());
        long begin = System.nanoTime();
        return server.sendAsync(Message.newQuery(question))
                .handle((answer, failure) -> {
                    tell(watcher, question, server.getAddress(), answer, failure, Duration.ofNanos(System.nanoTime() - begin));
                    if (failure == null && isUsable(answer)) {
                        return CompletableFuture.completedStage(answer);
                    }
                    String cause = failure == null ? Rcode.string(answer.getRcode()) : describe(failure);
                    noteOnce(failures, label(server.getAddress()) + ": " + cause);
                    return attempt(question, number + 1, failures, watcher);
                })
                .thenCompose(next -> next);
    }

    private static void tell(Watcher watcher, Record question, InetSocketAddress server, Message answer, Throwable failure, Duration took) {
        if (failure == null) {
            watcher.answered(question, server, answer, took);
        } else {
            watcher.failed(question, server, describe(failure), took);
        }
    }

    private static boolean isUsable(Message answer) {
        return answer.getRcode() == Rcode.NOERROR || answer.getRcode() == Rcode.NXDOMAIN;
    }

    private static void noteOnce(List<String> failures, String failure) {
        if (!failures.contains(failure)) {
            failures.add(failure);
        }
    }

    static String label(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + " port " + address.getPort();
    }

    private static String describe(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
