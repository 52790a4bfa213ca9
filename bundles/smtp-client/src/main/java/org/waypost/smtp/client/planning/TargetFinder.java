package org.waypost.smtp.client.planning;

import java.net.IDN;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.waypost.dns.Dns;
import org.waypost.dns.DnsAnswer;
import org.waypost.routing.NextHop;
import org.waypost.service.Gate;

/** Finds the targets of a next hop in the DNS. Any thread. */
public final class TargetFinder {
    private final Gate<Dns> dns;
    private final Random random;

    /** @param random spreads mail over exchangers of equal preference */
    public TargetFinder(Gate<Dns> dns, Random random) {
        this.dns = dns;
        this.random = random;
    }

    /**
     * @param port where mail exchangers listen
     * @param servers DNS servers to ask; empty: those of the DNS service
     * @return completes exceptionally only if the DNS service is away
     */
    public CompletionStage<Plan> find(NextHop hop, int port, Limits limits, List<String> servers) {
        if (hop instanceof NextHop.SmartHost host) {
            return find(host.host(), host.port(), host.lookupMx(), limits.withoutSelf(), servers);
        }
        if (hop instanceof NextHop.Domain domain) {
            return find(domain.domain(), port, true, limits, servers);
        }
        if (hop instanceof NextHop.Link link) {
            return isByMx(link) ? find(link.hosts().get(0).host(), port, true, limits, servers)
                    : find(link.hosts(), limits.withoutSelf(), servers);
        }
        throw new IllegalArgumentException("not a next hop of SMTP: " + hop.queue());
    }

    /** Whether it leads to the mail exchangers of the recipients' domain, and not to hosts that were named on purpose. */
    private static boolean isByMx(NextHop.Link link) {
        return link.id().isEmpty() && link.hosts().get(0).lookupMx();
    }

    /** All that can be reached, in the order of the hosts; none of them: what the first came to. */
    private CompletionStage<Plan> find(List<NextHop.Host> hosts, Limits limits, List<String> servers) {
        CompletionStage<List<Plan>> plans = CompletableFuture.completedStage(List.of());
        for (NextHop.Host host : hosts) {
            plans = plans.thenCombine(find(host.host(), host.port(), host.lookupMx(), limits, servers),
                    (before, plan) -> Stream.concat(before.stream(), Stream.of(plan.of(host.server()))).toList());
        }
        return plans.thenApply(found -> {
            List<Target> targets = found.stream().filter(Plan.Reachable.class::isInstance)
                    .flatMap(plan -> ((Plan.Reachable) plan).targets().stream()).toList();
            return targets.isEmpty() ? found.get(0).mendable() : new Plan.Reachable(targets);
        });
    }

    private CompletionStage<Plan> find(String host, int port, boolean lookupMx, Limits limits, List<String> servers) {
        String plain = Literal.unbracketed(host);
        Optional<InetAddress> literal = Literal.address(plain);
        if (literal.isPresent()) {
            DnsAnswer<InetAddress> found = new DnsAnswer.Found<>(List.of(literal.get()), Duration.ZERO);
            List<Candidate.Resolved> only = List.of(new Candidate.Resolved(new Candidate(0, plain), found));
            return CompletableFuture.completedStage(new Exchangers(host, limits).plan(only, port));
        }
        Optional<String> name = ascii(plain);
        if (name.isEmpty()) {
            return CompletableFuture.completedStage(Plan.rejected("5.1.2", host + " is not a domain name"));
        }
        Exchangers exchangers = new Exchangers(name.get(), limits);
        if (!lookupMx) {
            return resolve(List.of(new Candidate(0, name.get())), servers).thenApply(found -> exchangers.plan(found, port));
        }
        return dns.call(service -> service.mx(name.get(), servers)).thenCompose(answer -> {
            Exchangers.Choice choice = exchangers.choose(answer, random);
            return choice.outcome().isPresent() ? CompletableFuture.completedStage(choice.outcome().get())
                    : resolve(choice.candidates(), servers).thenApply(found -> exchangers.plan(found, port));
        });
    }

    private CompletionStage<List<Candidate.Resolved>> resolve(List<Candidate> candidates, List<String> servers) {
        CompletionStage<List<Candidate.Resolved>> all = CompletableFuture.completedStage(List.of());
        for (Candidate candidate : candidates) {
            CompletionStage<DnsAnswer<InetAddress>> one = dns.call(service -> service.addresses(candidate.host(), servers));
            all = all.thenCombine(one, (before, answer) -> {
                List<Candidate.Resolved> more = new ArrayList<>(before);
                more.add(new Candidate.Resolved(candidate, answer));
                return more;
            });
        }
        return all;
    }

    private static Optional<String> ascii(String name) {
        try {
            String ascii = IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            return ascii.isEmpty() ? Optional.empty() : Optional.of(ascii);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
