package org.waypost.queue.simple;

import java.util.Map;
import java.util.Optional;
import org.waypost.routing.NextHop;

/**
 * Where remote mail goes.
 *
 * @param general takes all that no domain's own route takes; empty: the domain's mail exchangers
 * @param byDomain next hops by recipient domain in lower case; {@code .example.com} is for all below it
 */
public record SmartHosts(Optional<NextHop> general, Map<String, NextHop> byDomain) {
    public SmartHosts {
        byDomain = Map.copyOf(byDomain);
    }

    /** The most specific one that is configured. */
    Optional<NextHop> of(String domain) {
        NextHop own = byDomain.get(domain);
        for (int dot = domain.indexOf('.'); own == null && dot >= 0; dot = domain.indexOf('.', dot + 1)) {
            own = byDomain.get(domain.substring(dot));
        }
        return own == null ? general : Optional.of(own);
    }
}
