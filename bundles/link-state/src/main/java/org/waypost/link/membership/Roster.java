package org.waypost.link.membership;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.waypost.connection.ListenerSpec.TlsFiles;
import org.waypost.linkstate.Membership.Identity;
import org.waypost.linkstate.Membership.Members;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.topology.Server;

/**
 * The servers of the organization at a moment.
 *
 * @param members by their keys
 * @param map where the servers stand
 */
public record Roster(Members members, OrganizationMap map) {
    /** Nobody. */
    public static final Roster EMPTY = new Roster(Members.NONE, OrganizationMap.EMPTY);

    public Roster {
        Objects.requireNonNull(members);
        Objects.requireNonNull(map);
    }

    /** A key that stands at two servers proves neither. */
    public static Roster of(Optional<Identity> identity, OrganizationMap map) {
        Map<String, String> names = new HashMap<>();
        Set<String> shared = new HashSet<>();
        map.groups().values().stream().flatMap(state -> state.group().servers().stream()).forEach(server -> server.keys().forEach(key -> {
            String other = names.putIfAbsent(key, server.name());
            if (other != null && !other.equals(server.name())) {
                shared.add(key);
            }
        }));
        names.keySet().removeAll(shared);
        return new Roster(new Members(identity, names), map);
    }

    /** Whose key it is. */
    public Optional<Server> server(Optional<String> key) {
        return members.server(key).flatMap(map::server);
    }

    /** What this server shows to others; empty if it has not joined. */
    public Optional<TlsFiles> own() {
        return members.identity().map(identity -> new TlsFiles(identity.certificate(), identity.privateKey()));
    }
}
