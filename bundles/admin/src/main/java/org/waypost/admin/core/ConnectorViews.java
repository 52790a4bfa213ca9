package org.waypost.admin.core;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.waypost.admin.ConnectorView;
import org.waypost.admin.ConnectorView.Source;
import org.waypost.admin.ConnectorView.State;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.Link;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.topology.Connector;
import org.waypost.topology.Server;

/** The connectors of a map in the words of people. */
final class ConnectorViews {
    private final OrganizationMap map;
    private final Map<UUID, String> servers = new HashMap<>();

    private ConnectorViews(OrganizationMap map) {
        this.map = map;
        map.groups().values().forEach(state -> state.group().servers().forEach(server -> servers.put(server.id(), server.name())));
    }

    /** By routing group and name. */
    static List<ConnectorView> of(OrganizationMap map) {
        ConnectorViews views = new ConnectorViews(map);
        return map.groups().values().stream()
                .flatMap(state -> state.group().connectors().stream().map(connector -> views.view(state, connector)))
                .sorted(Comparator.comparing(ConnectorView::group).thenComparing(ConnectorView::name)).toList();
    }

    private ConnectorView view(GroupState state, Connector connector) {
        List<String> targets = connector.kind() == Connector.Kind.ROUTING_GROUP
                ? connector.targets().stream().map(this::server).toList() : connector.smartHosts();
        return new ConnectorView(state.group().name(), connector.name(), connector.kind(), connector.cost(), sources(state, connector),
                targets, connector.targetGroups().stream().map(this::group).sorted().toList(), connector.spaces(), connector.schedule());
    }

    private List<Source> sources(GroupState state, Connector connector) {
        Collection<UUID> named = connector.sources().isEmpty() ? state.group().servers().stream().map(Server::id).toList()
                : connector.sources();
        return named.stream().map(source -> source(state, connector, source)).sorted(Comparator.comparing(Source::server)).toList();
    }

    private Source source(GroupState state, Connector connector, UUID server) {
        if (!connector.hasState()) {
            return new Source(server(server), State.NOT_MEASURED, "");
        }
        String reason = state.down().get(new Link(connector.id(), server));
        return new Source(server(server), reason == null ? State.UP : State.DOWN, reason == null ? "" : reason);
    }

    private String server(UUID id) {
        return servers.getOrDefault(id, "unknown server " + id);
    }

    private String group(UUID id) {
        GroupState state = map.groups().get(id);
        return state == null ? "unknown routing group " + id : state.group().name();
    }
}
