package org.waypost.link.topology;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.waypost.topology.RoutingGroup;

/**
 * What the directory says of the organization's layout.
 *
 * @param groups those that could be read, by name
 * @param terms of the masters of these groups, by group; 0 where none was ever written
 * @param unreadable what was left out, by DN
 * @param lostMasters groups whose named master is none of their servers, by DN of the group
 */
public record Topology(List<RoutingGroup> groups, Map<UUID, Long> terms, List<Unreadable> unreadable, List<LostMaster> lostMasters) {
    public Topology {
        groups = List.copyOf(groups);
        terms = Map.copyOf(terms);
        unreadable = List.copyOf(unreadable);
        lostMasters = List.copyOf(lostMasters);
    }

    /** An object, or a value of one, that was left out. @param reason for people, without a full stop */
    public record Unreadable(String dn, String reason) {}

    /** @param group DN of the group; @param master what it names as its master */
    public record LostMaster(String group, String master) {}
}
