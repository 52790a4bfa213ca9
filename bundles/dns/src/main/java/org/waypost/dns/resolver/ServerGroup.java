package org.waypost.dns.resolver;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;

/**
 * DNS servers that know the same. A query goes to the first one; the next one is asked when it does
 * not answer, or answers that it cannot. Each failed query names every server and its cause.
 */
final class ServerGroup implements Source {
    private final List<InetSocketAddress> servers;
    private final QuerySender sender;
    private final int attempts;
    private final BooleanSupplier stopped;

    /**
     * @param addresses at least one
     * @param stopped ends a query before its next attempt
     */
    ServerGroup(List<InetSocketAddress> addresses, DnsSettings settings, BooleanSupplier stopped) {
        servers = List.copyOf(addresses);
        sender = new QuerySender(settings, true);
        attempts = servers.size() * settings.rounds();
        this.stopped = stopped;
    }

    @Override
    public CompletionStage<Message> ask(Record question, Watcher watcher) {
        return attempt(question, 0, new ArrayList<>(), watcher);
    }

    private CompletionStage<Message> attempt(Record question, int number, List<String> failures, Watcher watcher) {
        if (number == attempts || stopped.getAsBoolean()) {
            String reason = failures.isEmpty() ? "lookups were stopped" : String.join("; ", failures);
            return CompletableFuture.failedStage(new IOException(reason));
        }
        InetSocketAddress server = servers.get(number % servers.size());
        return sender.send(server, question, watcher)
                .handle((answer, failure) -> {
                    if (failure == null && isUsable(answer)) {
                        return CompletableFuture.completedStage(answer);
                    }
                    String cause = failure == null ? Rcode.string(answer.getRcode()) : QuerySender.describe(failure);
                    noteOnce(failures, QuerySender.label(server) + ": " + cause);
                    return attempt(question, number + 1, failures, watcher);
                })
                .thenCompose(next -> next);
    }

    private static boolean isUsable(Message answer) {
        return answer.getRcode() == Rcode.NOERROR || answer.getRcode() == Rcode.NXDOMAIN;
    }

    private static void noteOnce(List<String> failures, String failure) {
        if (!failures.contains(failure)) {
            failures.add(failure);
        }
    }
}
