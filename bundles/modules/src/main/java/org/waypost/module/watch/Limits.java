package org.waypost.module.watch;

import java.time.Duration;

/**
 * How much worse is too much.
 *
 * @param ownErrors of the module itself, more than in the same time before
 * @param errors of the whole server, more than in the same time before
 * @param stuck how long a stage may stand still
 * @param slow how long mail may wait in a stage, if it waited less than a quarter of it before
 * @param settle after the replacement, in which what had to wait catches up
 */
public record Limits(int ownErrors, int errors, Duration stuck, Duration slow, Duration settle) {
    public static final Limits STANDARD =
            new Limits(3, 20, Duration.ofSeconds(20), Duration.ofSeconds(10), Duration.ofSeconds(10));
}
