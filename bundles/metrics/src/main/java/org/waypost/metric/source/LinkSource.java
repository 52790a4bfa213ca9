package org.waypost.metric.source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.LinkStateStatus;
import org.waypost.linkstate.LinkStates;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.replication.Replication;
import org.waypost.topology.Connector;
import org.waypost.topology.Server;

/** Link state as this server knows it, and the replication of the directory. */
public record LinkSource(Services services) implements Source {
    private static final List<String> ROLES = List.of("MASTER", "MEMBER", "SEARCHING", "ALONE");

    @Override
    public void tell(Gauges gauges) {
        services.links().get().ifPresent(links -> tell(gauges, links));
        services.replication().get().map(Replication::status).ifPresent(status -> {
            gauges.set("waypost_replicated_objects", "Objects of the directory that the metabase has.", status.objects());
            gauges.set("waypost_replication_faults", "Objects that could not be replicated (event 1040), outstanding.", status.faults().size());
        });
    }

    private static void tell(Gauges gauges, LinkStates links) {
        LinkStateStatus status = links.status();
        OrganizationMap map = links.map();
        gauges.set("waypost_link_state_unreadable_objects", "Objects of the topology that cannot be read (event 929), outstanding.",
                links.unreadable().size());
        for (String role : ROLES) {
            gauges.set("waypost_link_state_role", "1 for the part that this server has in its routing group.", role.equals(status.role()),
                    "role", role.toLowerCase(Locale.ROOT));
        }
        map.groups().values().forEach(group -> tell(gauges, group, map));
    }

    private static void tell(Gauges gauges, GroupState state, OrganizationMap map) {
        String group = state.group().name();
        gauges.set("waypost_routing_group_term", "The term of the group's master.", state.version().term(), "group", group);
        gauges.set("waypost_routing_group_members_absent", "Members that have lost contact with the master.", state.absent().size(), "group", group);
        for (Connector connector : state.group().connectors()) {
            long down = state.down().keySet().stream().filter(link -> link.connector().equals(connector.id())).count();
            gauges.set("waypost_connector_links_down", "Source bridgeheads of the connector from which it is down.", down,
                    "group", group, "connector", connector.name());
        }
        Optional<String> master = state.ruler().flatMap(map::server).map(Server::name);
        gauges.set("waypost_routing_group_master", "1 with the name of the group's master as label; 0 if none is known.", master.isPresent(),
                "group", group, "server", master.orElse(""));
    }
}
