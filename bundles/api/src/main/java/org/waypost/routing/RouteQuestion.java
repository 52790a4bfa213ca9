package org.waypost.routing;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.waypost.topology.Connector.Priority;

/**
 * What a route is asked for.
 *
 * @param from the name of the server that routes
 * @param system whether the reverse-path is null
 * @param listed the DNs, among those that connectors' rules name, that are the sender or a group it is in
 * @param domain of the recipient, in A-labels and lower case
 * @param server the recipient's server if it is in the organization; empty for a recipient outside
 * @param size in octets
 * @param priority of the message
 * @param time at which it is to go
 * @param previous the server of the organization that it came from, or empty
 */
public record RouteQuestion(String from, boolean system, Set<String> listed, String domain, Optional<String> server, long size,
        Priority priority, Instant time, Optional<String> previous) {
    public RouteQuestion {
        Objects.requireNonNull(from);
        listed = Set.copyOf(listed);
        Objects.requireNonNull(domain);
        Objects.requireNonNull(server);
        Objects.requireNonNull(priority);
        Objects.requireNonNull(time);
        Objects.requireNonNull(previous);
    }
}
