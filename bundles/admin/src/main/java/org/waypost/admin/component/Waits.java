package org.waypost.admin.component;

import java.time.Duration;
import java.util.concurrent.ForkJoinPool;
import org.waypost.service.Gate;

/** How long people wait. */
final class Waits {
    /** For a service's answer. */
    static final Duration ANSWER = Duration.ofSeconds(5);
    /** For a file to be copied and read. */
    static final Duration COPY = Duration.ofMinutes(1);
    /** For a service that is away: shorter, so that a person is told which one is. */
    private static final Duration AWAY = Duration.ofSeconds(4);
    private static final Duration GLANCE = Duration.ofMillis(200);
    private static final int MAX_WAITING = 100;

    private Waits() {}

    static <T> Gate<T> gate(String name) {
        return new Gate<>(name, AWAY, MAX_WAITING, ForkJoinPool.commonPool());
    }

    /** For what is asked for again and again, and shown without those that are away. */
    static <T> Gate<T> glance(String name) {
        return new Gate<>(name, GLANCE, MAX_WAITING, ForkJoinPool.commonPool());
    }
}
