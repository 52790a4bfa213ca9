package org.waypost.link.port;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.waypost.dns.Dns;
import org.waypost.dns.DnsAnswer;
import org.waypost.service.Gate;

/** Finds addresses of hosts. Any thread. */
public final class Hosts {
    private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f]*:[0-9A-Fa-f:.]*");

    private final Gate<Dns> dns;

    public Hosts(Gate<Dns> dns) {
        this.dns = dns;
    }

    /** @param host a name or an address. @return fails only if the DNS service is away */
    public CompletionStage<Found> addresses(String host) {
        Optional<InetAddress> literal = literal(host);
        if (literal.isPresent()) {
            return CompletableFuture.completedStage(new Found(List.of(literal.get()), ""));
        }
        return dns.call(service -> service.addresses(host.toLowerCase(Locale.ROOT), List.of()))
                .thenApply(answer -> found(host, answer));
    }

    /** Without asking anybody. */
    public static Optional<InetAddress> literal(String host) {
        try {
            return V4.matcher(host).matches() || V6.matcher(host).matches() ? Optional.of(InetAddress.getByName(host)) : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static Found found(String host, DnsAnswer<InetAddress> answer) {
        if (answer instanceof DnsAnswer.Found<InetAddress> found) {
            return new Found(found.records(), "");
        }
        return none(answer instanceof DnsAnswer.Failed<InetAddress> failed ? failed.reason() : "there is no address of " + host);
    }

    private static Found none(String reason) {
        return new Found(List.of(), reason);
    }

    /** @param addresses in the order to be tried. @param reason why there are none */
    public record Found(List<InetAddress> addresses, String reason) {
        public Found {
            addresses = List.copyOf(addresses);
        }
    }
}
