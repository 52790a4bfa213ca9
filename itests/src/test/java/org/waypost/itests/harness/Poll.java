package org.waypost.itests.harness;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition, with a deadline. */
public final class Poll {
    private static final Duration STEP = Duration.ofMillis(20);

    private Poll() {}

    /**
     * @param what the condition in words, for the failure
     * @throws AssertionError if it does not hold in time
     */
    public static void until(Duration limit, String what, Callable<Boolean> condition) {
        until(limit, STEP, what, condition);
    }

    /** As {@link #until(Duration, String, Callable)}. @param step between two looks, for one that costs the server time */
    public static void until(Duration limit, Duration step, String what, Callable<Boolean> condition) {
        if (!within(limit, step, condition)) {
            throw new AssertionError("not within " + limit.toMillis() + " ms: " + what);
        }
    }

    /** Waits for a condition and tells whether it came to hold in time. */
    public static boolean within(Duration limit, Callable<Boolean> condition) {
        return within(limit, STEP, condition);
    }

    private static boolean within(Duration limit, Duration step, Callable<Boolean> condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        boolean holds = ask(condition);
        while (!holds && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(step.toNanos());
            holds = ask(condition);
        }
        return holds;
    }

    /**
     * Asks until there is a value.
     *
     * @throws AssertionError if there is none in time, or if asking fails
     */
    public static <T> T value(Duration limit, String what, Callable<Optional<T>> source) {
        AtomicReference<T> found = new AtomicReference<>();
        until(limit, what, () -> {
            source.call().ifPresent(found::set);
            return found.get() != null;
        });
        return found.get();
    }

    private static boolean ask(Callable<Boolean> condition) {
        try {
            return condition.call();
        } catch (Exception e) {
            throw new AssertionError("while waiting", e);
        }
    }
}
