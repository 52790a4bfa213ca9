package org.waypost.route.layout;

import java.util.Set;
import java.util.UUID;
import org.waypost.topology.Connector;

/**
 * A connector as a way out of its site.
 *
 * @param site the index of the routing group it starts in
 * @param position among the connectors of that group
 * @param sources the members of the group that are its source bridgeheads; empty if all named ones are gone
 */
public record Way(int site, int position, Connector connector, Set<UUID> sources) {
    /** One connector is one way: compared without looking at all there is to say of it. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Way way && way.connector.id().equals(connector.id());
    }

    @Override
    public int hashCode() {
        return connector.id().hashCode();
    }
}
