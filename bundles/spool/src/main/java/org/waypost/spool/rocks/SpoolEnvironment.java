package org.waypost.spool.rocks;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;
import org.waypost.event.EventLog;

/**
 * What a spool takes from outside.
 *
 * @param clock for ids and the age of files
 * @param random draws the node number of a new spool
 * @param freeSpace octets free on the disk of a folder
 * @param events takes its events
 */
public record SpoolEnvironment(InstantSource clock, RandomGenerator random, ToLongFunction<Path> freeSpace, EventLog events) {
    public SpoolEnvironment {
        Objects.requireNonNull(clock);
        Objects.requireNonNull(random);
        Objects.requireNonNull(freeSpace);
        Objects.requireNonNull(events);
    }
}
