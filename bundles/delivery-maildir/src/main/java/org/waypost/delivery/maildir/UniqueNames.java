package org.waypost.delivery.maildir;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * File names that no other delivery on any machine takes: {@code seconds.MmicrosPpidQcountRrandom.host}, as
 * maildir(5) advises. The random part tells two instances in one process apart. Any thread.
 */
public final class UniqueNames {
    private final InstantSource clock;
    private final String instance;
    private final AtomicLong count = new AtomicLong();
    private final String host;

    /**
     * @param process id of this process
     * @param host of this machine; its slashes and colons are written as {@code \057} and {@code \072}
     */
    public UniqueNames(InstantSource clock, RandomGenerator random, long process, String host) {
        this.clock = clock;
        this.instance = "P" + process + "R" + Integer.toHexString(random.nextInt()) + "Q";
        this.host = host.replace("/", "\\057").replace(":", "\\072");
    }

    String next() {
        Instant now = clock.instant();
        return now.getEpochSecond() + ".M" + now.getNano() / 1000 + instance + count.incrementAndGet() + "." + host;
    }
}
