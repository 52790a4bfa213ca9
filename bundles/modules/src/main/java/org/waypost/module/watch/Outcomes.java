package org.waypost.module.watch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Whether mail comes to worse ends than in the minute before the replacement, though no error tells so. Messages that SMTP
 * takes are compared with its refusals, and deliveries with attempts that failed or were put off. It is worse if, in the last
 * minute since the replacement and in the last five seconds too,
 * <ul>
 * <li>at most a quarter as many messages a second went well as before, and
 * <li>so many more a second went badly than before that they make up for half of what went well then, and
 * <li>at the rate of before, ten or more would have gone well in the time that is compared, and ten or more went badly.
 * </ul>
 * So neither mail that ends nor a wave of refused spam is taken for a fault, nor chance where mail is rare; a module that failed
 * for a moment and works now is not held responsible either. As a failed message may be followed by a report to its sender, which
 * is delivered, each failure counts as one delivery less.
 *
 * @param before a minute; @param after since the replacement, a minute at most; @param lately the last seconds
 */
record Outcomes(Span before, Span after, Span lately) {
    static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int LATELY = 6;
    private static final int MANY = 10;
    private static final int EXPECTED = 3;
    private static final double FEW = 0.25;
    private static final double HALF = 0.5;
    private static final List<Kind> KINDS = List.of(
            new Kind("SMTP refuses mail", "taken", "refusals", Span::taken, Span::refused),
            new Kind("mail does not arrive", "delivered", "failed or put off", span -> span.delivered() - span.failed(),
                    span -> span.failed() + span.deferred()));

    private record Kind(String fault, String well, String badly, ToLongFunction<Span> good, ToLongFunction<Span> bad) {
        double goodRate(Span span) {
            return Math.max(0, good.applyAsLong(span)) / span.seconds();
        }

        double badRate(Span span) {
            return bad.applyAsLong(span) / span.seconds();
        }
    }

    /** Empty if it was not counted all the time. @param before and @param after in the order of time */
    static Optional<Outcomes> of(List<Sample> before, List<Sample> after) {
        if (after.isEmpty()) {
            return Optional.empty();
        }
        Sample last = after.get(after.size() - 1);
        List<Sample> minute = after.stream().filter(sample -> !sample.at().isBefore(last.at().minus(LONGEST))).toList();
        Optional<Span> lately = Span.of(minute.subList(Math.max(0, minute.size() - LATELY), minute.size()));
        return Span.of(before).flatMap(was -> Span.of(minute).flatMap(is -> lately.map(now -> new Outcomes(was, is, now))));
    }

    /** As a clause; empty if it is not. */
    Optional<String> worse() {
        return KINDS.stream().filter(this::isWorse).findFirst().map(kind -> "%s: %d %s and %d %s within %.0f s, after %d and %d within %.0f s before"
                .formatted(kind.fault, kind.good.applyAsLong(after), kind.well, kind.bad.applyAsLong(after), kind.badly, after.seconds(),
                        kind.good.applyAsLong(before), kind.bad.applyAsLong(before), before.seconds()));
    }

    private boolean isWorse(Kind kind) {
        return kind.goodRate(before) * after.seconds() >= MANY && kind.bad.applyAsLong(after) >= MANY && isWorse(kind, after)
                && isWorse(kind, lately);
    }

    private boolean isWorse(Kind kind, Span now) {
        double usual = kind.goodRate(before);
        return kind.goodRate(now) <= FEW * usual && kind.badRate(now) - kind.badRate(before) >= HALF * usual;
    }

    /** At the rate of before, three recipients or more would have got their mail in the time that is compared, and none did. */
    boolean nothingArrives() {
        return after.delivered() == 0 && before.delivered() / before.seconds() * after.seconds() >= EXPECTED;
    }
}
