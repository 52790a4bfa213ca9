package org.waypost.queue.component;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.waypost.queue.engine.QueueSettings;
import org.waypost.queue.engine.RetrySchedule;

/** Makes settings of a configuration, key by key. */
final class QueueSettingsReader {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration WEEK = Duration.ofDays(7);

    private final Path home;
    private final ConfigCheck check;

    /** @param home what relative paths begin at */
    QueueSettingsReader(Path home, ConfigCheck check) {
        this.home = home;
        this.check = check;
    }

    /** What stands in for a wrong value at first. */
    static QueueSettings initial() {
        RetrySchedule schedule = new RetrySchedule(List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1)));
        return new QueueSettings(machineName(), schedule, Duration.ofDays(2), Duration.ofHours(12), 20, 100, 1_000, 100_000, 30);
    }

    QueueSettings read(QueueConfig c, QueueSettings last) {
        return new QueueSettings(hostName(c, last),
                new RetrySchedule(check.durations("retrySchedule", c.retrySchedule(), SECOND, WEEK,
                        "a list of 1s to 7d, such as 1m,10m,1h", last.retrySchedule().delays())),
                check.duration("expireAfter", c.expireAfter(), SECOND, YEAR, "1s to 365d", last.expireAfter()),
                check.duration("delayWarning", c.delayWarning(), Duration.ZERO, YEAR, "0s (never) to 365d", last.delayWarning()),
                check.range("maxConnectionsPerHop", c.maxConnectionsPerHop(), 1, 10_000, last.maxConnectionsPerHop()),
                check.range("maxLocalDeliveries", c.maxLocalDeliveries(), 1, 10_000, last.maxLocalDeliveries()),
                check.range("maxDeliveries", c.maxDeliveries(), 1, 100_000, last.maxDeliveries()),
                check.range("maxInMemory", c.maxInMemory(), 1, 10_000_000, last.maxInMemory()),
                check.range("maxHops", c.maxHops(), 1, 1_000, last.maxHops()));
    }

    /** @param last stays if the text is no path */
    Path folder(String key, String text, Path last) {
        try {
            return home.resolve(text.trim()).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            return check.refuse(key, text, "a path", last);
        }
    }

    private String hostName(QueueConfig config, QueueSettings last) {
        String text = config.hostName().isBlank() ? machineName() : config.hostName();
        return check.text("hostName", text, name -> name.matches("[\\p{L}\\p{N}_.:\\[\\]-]{1,255}"),
                "a host name of 1 to 255 characters", last.hostName());
    }

    private static String machineName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
