package org.waypost.admin;

import java.util.List;
import java.util.Objects;
import org.waypost.topology.AddressSpace;
import org.waypost.topology.Connector.Kind;
import org.waypost.topology.Schedule;

/**
 * A connector with names in the place of ids, and its state.
 *
 * @param group the name of the routing group that it starts in
 * @param cost 1 to 100
 * @param sources its source bridgeheads, or all servers of its group if it names none, by name
 * @param targets names of target bridgeheads, or smart hosts; empty if it routes by MX
 * @param targetGroups names of routing groups
 * @param spaces of an SMTP connector
 * @param schedule when it is open
 */
public record ConnectorView(String group, String name, Kind kind, int cost, List<Source> sources, List<String> targets,
        List<String> targetGroups, List<AddressSpace> spaces, Schedule schedule) {
    public ConnectorView {
        Objects.requireNonNull(group);
        Objects.requireNonNull(name);
        Objects.requireNonNull(kind);
        sources = List.copyOf(sources);
        targets = List.copyOf(targets);
        targetGroups = List.copyOf(targetGroups);
        spaces = List.copyOf(spaces);
        Objects.requireNonNull(schedule);
    }

    /** @param reason why it is down; empty if it is not */
    public record Source(String server, State state, String reason) {
        public Source {
            Objects.requireNonNull(server);
            Objects.requireNonNull(state);
            Objects.requireNonNull(reason);
        }
    }

    /** Of a connector at one of its source bridgeheads. */
    public enum State {
        UP,
        DOWN,
        /** It has no fixed target that could be found to be down. */
        NOT_MEASURED
    }
}
