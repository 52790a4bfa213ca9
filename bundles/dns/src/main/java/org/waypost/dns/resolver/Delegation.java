package org.waypost.dns.resolver;

import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.xbill.DNS.Name;

/**
 * A zone and its servers.
 *
 * @param hosts at least one, each with the addresses that are known; one without must be looked up
 */
record Delegation(Name zone, Map<Name, List<InetSocketAddress>> hosts) {
    Delegation {
        hosts = Collections.unmodifiableMap(new LinkedHashMap<>(hosts));
    }

    /** @param servers whose names do not matter */
    static Delegation ofRoot(List<InetSocketAddress> servers) {
        return new Delegation(Name.root, Map.of(Name.root, List.copyOf(servers)));
    }

    Stream<InetSocketAddress> addresses() {
        return hosts.values().stream().flatMap(List::stream);
    }

    /** Those that can be looked up: a host of the zone itself is known by its address or not at all. */
    Stream<Name> withoutAddress() {
        return hosts.entrySet().stream().filter(host -> host.getValue().isEmpty()).map(Map.Entry::getKey)
                .filter(host -> !host.subdomain(zone));
    }
}
