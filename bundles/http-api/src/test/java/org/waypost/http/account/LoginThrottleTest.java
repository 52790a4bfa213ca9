package org.waypost.http.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.waypost.http.ManualClock;

class LoginThrottleTest {
    private static final Duration BLOCK = Duration.ofSeconds(60);

    private final ManualClock clock = new ManualClock();
    private final LoginThrottle throttle = new LoginThrottle(() -> new LoginThrottle.Rule(3, BLOCK), clock);

    private void fail(int times) {
        IntStream.range(0, times).forEach(i -> assertEquals(Optional.empty(), throttle.attempt("10.0.0.1", "user" + i)));
    }

    @Test
    void eachFurtherFailureBlocksTwiceAsLongUpToALimit() {
        fail(3);
        for (int factor : List.of(1, 2, 4, 8, 16, 16)) {
            assertEquals(Optional.of(BLOCK.multipliedBy(factor)), throttle.attempt("10.0.0.1", "other"));
            clock.advance(BLOCK.multipliedBy(factor));
            assertEquals(Optional.empty(), throttle.attempt("10.0.0.1", "other" + factor));
        }
    }

    @Test
    void aUserIsGuardedFromManyAddressesButNotLockedOutByOne() {
        fail(3);
        assertEquals(Optional.empty(), throttle.attempt("10.0.0.2", "user0"));
        for (int i = 0; i < 3 * LoginThrottle.USER_FACTOR; i++) {
            assertEquals(Optional.empty(), throttle.attempt("10.1.0." + i, "ada"));
        }
        assertEquals(Optional.of(BLOCK), throttle.attempt("10.2.0.1", "ada"));
    }

    @Test
    void aRightPasswordAndTimeForgetFailures() {
        fail(2);
        throttle.succeeded("10.0.0.1", "user1");
        fail(2);
        clock.advance(Duration.ofHours(1));
        fail(2);
    }

    @Test
    void manyAtOneTimeAreNoWayAround() {
        long passed = IntStream.range(0, 200).parallel().filter(i -> throttle.attempt("10.0.0.1", "ada").isEmpty()).count();
        assertEquals(3, passed);
        assertTrue(throttle.attempt("10.0.0.1", "ada").isPresent());
    }
}
