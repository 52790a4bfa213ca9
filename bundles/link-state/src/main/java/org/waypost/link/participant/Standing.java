package org.waypost.link.participant;

import java.util.Optional;
import java.util.UUID;
import org.waypost.link.table.Table;
import org.waypost.link.topology.Topology;
import org.waypost.linkstate.GroupState;
import org.waypost.topology.RoutingGroup;
import org.waypost.topology.Server;

/**
 * Where a server stands: its group and who that group's master is.
 *
 * @param self this server
 * @param group its group, as the directory has it or, before that was read, as it was kept
 * @param row what is known of the group
 * @param term of the group in the directory; 0 before that was read
 * @param master empty if the one named is none of the group's servers
 * @param read whether the directory was read: nobody becomes master before
 */
record Standing(Server self, RoutingGroup group, GroupState row, long term, Optional<Server> master, boolean read) {
    /** @return empty for a server without a group */
    static Optional<Standing> of(String name, Optional<Topology> topology, Table table) {
        return topology.map(Topology::groups).orElseGet(() -> table.map().groups().values().stream().map(GroupState::group).toList())
                .stream().flatMap(group -> group.servers().stream().filter(server -> server.name().equalsIgnoreCase(name))
                        .map(self -> of(self, group, topology, table))).findFirst();
    }

    private static Standing of(Server self, RoutingGroup group, Optional<Topology> topology, Table table) {
        long term = topology.map(read -> read.terms().getOrDefault(group.id(), 0L)).orElse(0L);
        return new Standing(self, group, table.map().groups().get(group.id()), term, Optional.empty(), topology.isPresent()).withMaster();
    }

    Standing with(GroupState newRow) {
        return new Standing(self, group, newRow, term, master, read).withMaster();
    }

    boolean isMaster() {
        return master.filter(self::equals).isPresent();
    }

    boolean isColleague(UUID server) {
        return !self.id().equals(server) && find(server).isPresent();
    }

    /** The later term tells: a master of a term that this server has not read in the directory yet is one all the same. */
    private Standing withMaster() {
        Optional<UUID> named = row.version().term() > term ? row.ruler() : group.master();
        return new Standing(self, group, row, term, named.flatMap(this::find), read);
    }

    private Optional<Server> find(UUID id) {
        return group.servers().stream().filter(server -> server.id().equals(id)).findFirst()
                .or(() -> row.group().servers().stream().filter(server -> server.id().equals(id)).findFirst());
    }
}
