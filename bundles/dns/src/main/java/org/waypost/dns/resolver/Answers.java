package org.waypost.dns.resolver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.waypost.dns.DnsAnswer;
import org.waypost.dns.DnsAnswer.Failed;
import org.waypost.dns.DnsAnswer.Found;
import org.waypost.dns.DnsAnswer.NoData;
import org.waypost.dns.DnsAnswer.NoSuchName;

/** Turns answers into others. */
final class Answers {
    private Answers() {
    }

    static <A, B> DnsAnswer<B> map(DnsAnswer<A> answer, Function<A, B> reader) {
        if (answer instanceof Found<A> found) {
            return new Found<>(found.records().stream().map(reader).toList(), found.ttl());
        }
        return withoutRecords(answer);
    }

    /**
     * The records of both, the first ones first. One that found something hides the other's failure;
     * otherwise a failure hides an absence, which would be taken as final.
     */
    static <T> DnsAnswer<T> both(DnsAnswer<T> first, DnsAnswer<T> second) {
        if (first instanceof Found<T> a && second instanceof Found<T> b) {
            List<T> all = new ArrayList<>(a.records());
            all.addAll(b.records());
            Duration ttl = a.ttl().compareTo(b.ttl()) < 0 ? a.ttl() : b.ttl();
            return new Found<>(all, ttl);
        }
        if (first instanceof Found<T> || second instanceof Found<T>) {
            return first instanceof Found<T> ? first : second;
        }
        if (first instanceof Failed<T> || second instanceof Failed<T>) {
            return first instanceof Failed<T> ? first : second;
        }
        return first instanceof NoData<T> ? first : second;
    }

    private static <A, B> DnsAnswer<B> withoutRecords(DnsAnswer<A> answer) {
        if (answer instanceof Failed<A> failed) {
            return new Failed<>(failed.reason());
        }
        return answer instanceof NoSuchName<A> ? new NoSuchName<>() : new NoData<>();
    }
}
