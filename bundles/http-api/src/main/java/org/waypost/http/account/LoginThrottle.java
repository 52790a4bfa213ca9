package org.waypost.http.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Slows down who guesses passwords, by address and by user. A user may fail {@value #USER_FACTOR} times as often as an address,
 * so that nobody locks an administrator out from one address. Any thread; its memory is bounded.
 */
public final class LoginThrottle {
    static final int USER_FACTOR = 4;
    private static final int KEPT = 10_000;
    private static final int MOST_DOUBLINGS = 4;

    private final Map<String, Failures> byKey = new LinkedHashMap<>();
    private final Supplier<Rule> rule;
    private final InstantSource clock;

    LoginThrottle(Supplier<Rule> rule, InstantSource clock) {
        this.rule = rule;
        this.clock = clock;
    }

    /**
     * @param failures that an address has before it waits, 1 or more
     * @param block how long it then waits, positive; twice as long with each further failure, at most 16 times
     */
    public record Rule(int failures, Duration block) {}

    private record Failures(int count, Instant last, Instant until) {}

    /**
     * Asks to try a password. The attempt counts as failed until {@link #succeeded}, so that many at one time are no way
     * around.
     *
     * @return how long to wait first; empty to go on
     */
    synchronized Optional<Duration> attempt(String address, String user) {
        Instant now = clock.instant();
        Optional<Duration> wait = wait("a" + address, now).or(() -> wait("u" + user, now));
        if (wait.isEmpty()) {
            count("a" + address, rule.get().failures(), now);
            count("u" + user, rule.get().failures() * USER_FACTOR, now);
        }
        return wait;
    }

    synchronized void succeeded(String address, String user) {
        byKey.remove("a" + address);
        byKey.remove("u" + user);
    }

    private Optional<Duration> wait(String key, Instant now) {
        Failures known = byKey.get(key);
        return known == null || !now.isBefore(known.until()) ? Optional.empty() : Optional.of(Duration.between(now, known.until()));
    }

    private void count(String key, int limit, Instant now) {
        Failures known = byKey.remove(key);
        Duration longest = rule.get().block().multipliedBy(1L << MOST_DOUBLINGS);
        boolean forgotten = known == null || now.isAfter(known.last().plus(longest.multipliedBy(2)));
        int count = forgotten ? 1 : known.count() + 1;
        Duration block = count < limit ? Duration.ZERO : rule.get().block().multipliedBy(1L << Math.min(MOST_DOUBLINGS, count - limit));
        byKey.put(key, new Failures(count, now, now.plus(block)));
        if (byKey.size() > KEPT) {
            byKey.remove(byKey.keySet().iterator().next());
        }
    }
}
