package org.waypost.itests.harness;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition, with a deadline. */
public final class Poll {
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(20);

    private Poll() {}

    /**
     * @param what the condition in words, for the failure
     * @throws AssertionError if it does not hold in time
     */
    public static void until(Duration limit, String what, Callable<Boolean> condition) {
        value(limit, what, () -> condition.call() ? Optional.of(true) : Optional.empty());
    }

    /**
     * Asks until there is a value.
     *
     * @throws AssertionError if there is none in time, or if asking fails
     */
    public static <T> T value(Duration limit, String what, Callable<Optional<T>> source) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<T> value = ask(what, source);
            if (value.isPresent()) {
                return value.get();
            }
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("not within " + limit.toMillis() + " ms: " + what);
            }
            LockSupport.parkNanos(STEP);
        }
    }

    private static <T> Optional<T> ask(String what, Callable<Optional<T>> source) {
        try {
            return source.call();
        } catch (Exception e) {
            throw new AssertionError("while waiting: " + what, e);
        }
    }
}
