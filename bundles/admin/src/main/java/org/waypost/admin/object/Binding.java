package org.waypost.admin.object;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.waypost.dns.ServerAddress;

/**
 * Where a virtual server listens.
 *
 * @param text as its form has it
 */
public record Binding(String text, InetSocketAddress address) {
    private static final String TLS = "/tls";

    public Binding {
        Objects.requireNonNull(text);
        Objects.requireNonNull(address);
    }

    /** Of those of a form; left out are port 0, which is never taken, and what nobody can listen on. */
    public static List<Binding> of(List<String> texts) {
        return texts.stream().flatMap(text -> parse(text.strip())).toList();
    }

    /** An IP address and a port, as those of a DNS server. */
    private static Stream<Binding> parse(String text) {
        String address = text.endsWith(TLS) ? text.substring(0, text.length() - TLS.length()) : text;
        Optional<InetSocketAddress> found = ServerAddress.find(address);
        return found.map(socket -> new Binding(text, socket)).stream();
    }

    /** Whether the one keeps the other from being listened on. */
    public boolean overlaps(Binding other) {
        boolean any = address.getAddress().isAnyLocalAddress() || other.address.getAddress().isAnyLocalAddress();
        return address.getPort() == other.address.getPort() && (any || address.getAddress().equals(other.address.getAddress()));
    }
}
