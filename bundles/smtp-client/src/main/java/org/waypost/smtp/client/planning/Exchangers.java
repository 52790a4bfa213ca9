package org.waypost.smtp.client.planning;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.waypost.dns.Dns.MxRecord;
import org.waypost.dns.DnsAnswer;

/**
 * Chooses among mail exchangers (RFC 5321 5.1): preference order with equals shuffled, the domain
 * itself where there is no MX, nothing where it is null (RFC 7505), and nothing as good as or worse
 * than ourselves, which would make a loop.
 */
final class Exchangers {
    private final String domain;
    private final Limits limits;

    Exchangers(String domain, Limits limits) {
        this.domain = domain;
        this.limits = limits;
    }

    /** What the MX lookup means: candidates in order, to be resolved, or a plan at once if there are none. */
    Choice choose(DnsAnswer<MxRecord> answer, Random random) {
        if (answer instanceof DnsAnswer.Failed<MxRecord> failed) {
            return Choice.none(Plan.deferred("4.4.3", "DNS: " + failed.reason()));
        }
        if (answer instanceof DnsAnswer.NoSuchName<MxRecord>) {
            return Choice.none(Plan.rejected("5.1.2", "The domain " + domain + " does not exist"));
        }
        List<MxRecord> records = answer instanceof DnsAnswer.Found<MxRecord> found ? found.records()
                : List.of(new MxRecord(0, domain));
        if (records.stream().allMatch(mx -> mx.host().equals("."))) {
            return Choice.none(Plan.rejected("5.1.10", "The domain " + domain + " accepts no mail (null MX)"));
        }
        List<Candidate> all = ordered(records, random);
        List<Candidate> better = before(all, Candidate::preference, candidate -> limits.ownNames().contains(candidate.host()));
        if (better.isEmpty()) {
            return Choice.none(loop());
        }
        return new Choice(better.subList(0, Math.min(limits.maxHosts(), better.size())), Optional.empty());
    }

    /** Targets of the candidates, which are in the order of {@link #choose}. */
    Plan plan(List<Candidate.Resolved> resolved, int port) {
        List<Candidate.Resolved> better = before(resolved, one -> one.candidate().preference(), this::isOurs);
        if (better.isEmpty()) {
            return loop();
        }
        List<Target> targets = new ArrayList<>();
        for (Candidate.Resolved one : better) {
            for (InetAddress address : addresses(one)) {
                targets.add(new Target(one.candidate().host(), new InetSocketAddress(address, port), Optional.empty()));
            }
        }
        return targets.isEmpty() ? unresolved(better)
                : new Plan.Reachable(targets.subList(0, Math.min(limits.maxAddresses(), targets.size())));
    }

    private static List<Candidate> ordered(List<MxRecord> records, Random random) {
        List<Candidate> candidates = new ArrayList<>();
        for (MxRecord mx : records) {
            if (!mx.host().equals(".")) {
                candidates.add(new Candidate(mx.preference(), mx.host()));
            }
        }
        Collections.shuffle(candidates, random);
        candidates.sort(Comparator.comparingInt(Candidate::preference));
        return candidates;
    }

    private static <T> List<T> before(List<T> ordered, ToIntFunction<T> preference, Predicate<T> ours) {
        int bound = ordered.stream().filter(ours).mapToInt(preference).min().orElse(Integer.MAX_VALUE);
        return ordered.stream().filter(one -> preference.applyAsInt(one) < bound).toList();
    }

    private boolean isOurs(Candidate.Resolved one) {
        return addresses(one).stream().anyMatch(limits.ownAddresses()::contains);
    }

    private static List<InetAddress> addresses(Candidate.Resolved one) {
        return one.addresses() instanceof DnsAnswer.Found<InetAddress> found ? found.records() : List.of();
    }

    private Plan loop() {
        return Plan.rejected("5.4.6", "Mail for " + domain + " loops back to this server");
    }

    private Plan unresolved(List<Candidate.Resolved> candidates) {
        for (Candidate.Resolved one : candidates) {
            if (one.addresses() instanceof DnsAnswer.Failed<InetAddress> failed) {
                return Plan.deferred("4.4.3", "DNS: " + failed.reason());
            }
        }
        return Plan.rejected("5.4.4", "No mail exchanger of " + domain + " has an address");
    }

    /**
     * @param candidates empty if there is an outcome already
     * @param outcome present if there are no candidates
     */
    record Choice(List<Candidate> candidates, Optional<Plan> outcome) {
        static Choice none(Plan outcome) {
            return new Choice(List.of(), Optional.of(outcome));
        }
    }
}
