package org.waypost.queue.engine;

import java.time.Duration;
import java.util.Objects;

/**
 * What can be set about the engine. Replaced as a whole while it runs.
 *
 * @param hostName of this server in DSNs
 * @param retrySchedule for next hops, messages and stages alike
 * @param expireAfter age at which a message that is still here fails; positive
 * @param delayWarning age at which the sender is told of the delay; zero for never
 * @param maxConnectionsPerHop deliveries to one remote next hop at the same time, 1 or more
 * @param maxLocalDeliveries deliveries to one local delivery agent at the same time, 1 or more
 * @param maxDeliveries deliveries at the same time, 1 or more
 * @param maxInMemory messages in memory, 1 or more; more stay in the spool
 * @param maxHops Received fields with which a message still goes to another server, 1 or more
 */
public record QueueSettings(String hostName, RetrySchedule retrySchedule, Duration expireAfter, Duration delayWarning,
        int maxConnectionsPerHop, int maxLocalDeliveries, int maxDeliveries, int maxInMemory, int maxHops) {
    public QueueSettings {
        Objects.requireNonNull(hostName);
        Objects.requireNonNull(retrySchedule);
        Objects.requireNonNull(expireAfter);
        Objects.requireNonNull(delayWarning);
    }
}
