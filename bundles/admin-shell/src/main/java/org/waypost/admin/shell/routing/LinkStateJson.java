package org.waypost.admin.shell.routing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waypost.admin.ConnectorView;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.LinkStateStatus;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.topology.Server;

/**
 * What {@code linkstate:show} shows; programs rely on the names.
 *
 * @param status of this server; empty for a map from a file
 */
public record LinkStateJson(Optional<LinkStateStatus> status, String digest, List<Group> groups, List<ConnectorView> connectors) {
    static LinkStateJson of(Optional<LinkStateStatus> status, OrganizationMap map, List<ConnectorView> connectors) {
        return new LinkStateJson(status, map.digest(), map.groups().values().stream().map(Group::of)
                .sorted(Comparator.comparing(Group::name)).toList(), connectors);
    }

    /**
     * @param version as {@code term:major.minor.user}
     * @param ruler the server whose version it is; empty if it was read from the directory
     * @param master the one that the directory names; empty if that is no member
     */
    public record Group(String name, String version, Optional<String> ruler, Optional<String> master, List<Member> members) {
        static Group of(GroupState state) {
            return new Group(state.group().name(), state.version().toString(), state.ruler().map(id -> name(state, id)),
                    state.group().master().map(id -> name(state, id)),
                    state.group().servers().stream().map(s -> new Member(s.name(), state.absent().contains(s.id()))).toList());
        }

        private static String name(GroupState state, UUID id) {
            return state.group().servers().stream().filter(server -> server.id().equals(id)).map(Server::name).findFirst()
                    .orElse("unknown server " + id);
        }
    }

    /** @param absent whether it lost contact with the master */
    public record Member(String server, boolean absent) {}
}
