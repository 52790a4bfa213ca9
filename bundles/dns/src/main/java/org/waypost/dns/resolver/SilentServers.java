package org.waypost.dns.resolver;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Servers that lately did not answer, so that others are asked before them. Any thread. */
final class SilentServers {
    static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MAX_SERVERS = 1_000;

    private final InstantSource clock;
    private final Map<InetSocketAddress, Instant> since = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<InetSocketAddress, Instant> eldest) {
            return size() > MAX_SERVERS;
        }
    };

    SilentServers(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void note(InetSocketAddress server) {
        since.remove(server);
        since.put(server, clock.instant());
    }

    synchronized boolean contains(InetSocketAddress server) {
        Instant noted = since.get(server);
        return noted != null && noted.plus(REMEMBERED).isAfter(clock.instant());
    }
}
