package org.waypost.link.codec;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.GroupVersion;
import org.waypost.linkstate.Link;
import org.waypost.topology.RoutingGroup;
import org.waypost.topology.Server;

/** A group's state as a list. */
final class GroupForm {
    private static final String NAME = "group";

    private GroupForm() {}

    static Node write(GroupState state) {
        RoutingGroup group = state.group();
        return Node.list(NAME, group.id(), version(state.version()), Node.words(state.ruler().stream().toList()), group.name(),
                group.dn(), Node.words(group.master().stream().toList()), Node.list(group.servers(), GroupForm::server),
                Node.list(group.connectors(), ConnectorForm::write), Node.sorted(state.absent()),
                Node.list(state.down().entrySet(),
                        down -> Node.list(down.getKey().connector(), down.getKey().bridgehead(), down.getValue())));
    }

    static GroupState read(Fields fields) throws MalformedException {
        fields.expect(NAME);
        UUID id = fields.id();
        GroupVersion version = version(fields.fields());
        Optional<UUID> ruler = optionalId(fields);
        RoutingGroup group = new RoutingGroup(id, fields.word(), fields.word(), optionalId(fields), fields.list(GroupForm::server),
                fields.list(ConnectorForm::read));
        GroupState state = new GroupState(group, version, ruler, fields.set(Fields::id), down(fields.fields()));
        fields.end();
        return state;
    }

    static Node version(GroupVersion version) {
        return Node.list(version.term(), version.major(), version.minor(), version.user());
    }

    static GroupVersion version(Fields fields) throws MalformedException {
        GroupVersion version = new GroupVersion(fields.number(0, Long.MAX_VALUE), fields.number(0, Long.MAX_VALUE),
                fields.number(0, Long.MAX_VALUE), fields.number(0, Long.MAX_VALUE));
        fields.end();
        return version;
    }

    private static Node server(Server server) {
        return Node.list(server.id(), server.name(), server.dn(), server.host(), server.smtpPort(), server.linkStatePort(),
                Node.sorted(server.keys()));
    }

    private static Server server(Fields outer) throws MalformedException {
        Fields fields = outer.fields();
        Server server = new Server(fields.id(), fields.word(), fields.word(), fields.word(), (int) fields.number(1, 65_535),
                (int) fields.number(1, 65_535), fields.set(Fields::word));
        fields.end();
        return server;
    }

    private static Optional<UUID> optionalId(Fields fields) throws MalformedException {
        List<UUID> ids = fields.list(Fields::id);
        if (ids.size() > 1) {
            throw new MalformedException("more than one id");
        }
        return ids.stream().findFirst();
    }

    private static SortedMap<Link, String> down(Fields links) throws MalformedException {
        SortedMap<Link, String> down = new TreeMap<>();
        while (links.hasNext()) {
            Fields link = links.fields();
            down.put(new Link(link.id(), link.id()), link.word());
            link.end();
        }
        return down;
    }
}
