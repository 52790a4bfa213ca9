package org.waypost.dns.resolver;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.xbill.DNS.Name;

/** Whom one question can still be put to in one zone. For one thread after the other. */
final class Visit {
    /** More would let a zone that names servers without addresses make this server ask without end. */
    private static final int MAX_HOSTS = 4;

    private final Delegation zone;
    private final boolean remembered;
    private final Comparator<InetSocketAddress> order;
    private final Random random;
    private final Deque<InetSocketAddress> servers = new ArrayDeque<>();
    private final Deque<Name> hosts = new ArrayDeque<>();
    private final List<InetSocketAddress> silent = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private int rounds;

    /**
     * @param remembered whether the zone was known from an earlier lookup
     * @param rounds how often a server that is silent is asked, 1 or more
     * @param avoided servers that come after all others
     */
    Visit(Delegation zone, boolean remembered, int rounds, Predicate<InetSocketAddress> avoided, Random random) {
        this.zone = zone;
        this.remembered = remembered;
        this.rounds = rounds;
        this.random = random;
        // IPv6 comes second, since machines without it are many and servers without IPv4 are few.
        order = Comparator.comparing(avoided::test).thenComparing(server -> server.getAddress() instanceof Inet6Address);
        offer(zone.addresses().toList());
        zone.withoutAddress().limit(MAX_HOSTS).forEach(hosts::add);
    }

    Delegation zone() {
        return zone;
    }

    boolean isRemembered() {
        return remembered;
    }

    /** They are asked in any order, so that the load spreads. */
    void offer(List<InetSocketAddress> more) {
        List<InetSocketAddress> mixed = new ArrayList<>(more);
        Collections.shuffle(mixed, random);
        mixed.sort(order);
        servers.addAll(mixed);
    }

    Optional<InetSocketAddress> nextServer() {
        if (servers.isEmpty() && hosts.isEmpty() && rounds > 1) {
            rounds--;
            servers.addAll(silent);
            silent.clear();
        }
        return Optional.ofNullable(servers.poll());
    }

    /** A server whose address must be found. */
    Optional<Name> nextHost() {
        return Optional.ofNullable(hosts.poll());
    }

    void silent(InetSocketAddress server, String cause) {
        silent.add(server);
        useless(QuerySender.label(server), cause);
    }

    void useless(String server, String cause) {
        String failure = server + ": " + cause;
        if (!failures.contains(failure)) {
            failures.add(failure);
        }
    }

    /** Of all that was tried, for people. @param cause that ends it; empty if all was tried */
    String failure(String cause) {
        String where = zone.zone().length() == 1 ? "the root servers" : "the servers of " + zone.zone().toString(true);
        List<String> all = new ArrayList<>(failures);
        if (!cause.isEmpty()) {
            all.add(cause);
        }
        return where + ": " + (all.isEmpty() ? "none has an address" : String.join("; ", all));
    }
}
