package org.waypost.route.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.Link;
import org.waypost.linkstate.OrganizationMap;

/** Which links are up. */
public final class LinkView {
    private final List<GroupState> states;

    /** @param map which the layout fits */
    public LinkView(OrganizationMap map) {
        this(List.copyOf(map.groups().values()));
    }

    private LinkView(List<GroupState> states) {
        this.states = states;
    }

    /** As if nothing were down. */
    public LinkView allUp() {
        return new LinkView(states.stream().map(state -> state.with(state.version(), Map.of())).toList());
    }

    /** As if nothing were down at one bridgehead. */
    public LinkView upAt(UUID bridgehead) {
        return new LinkView(states.stream().map(state -> upAt(state, bridgehead)).toList());
    }

    private static GroupState upAt(GroupState state, UUID bridgehead) {
        Map<Link, String> down = new HashMap<>(state.down());
        down.keySet().removeIf(link -> link.bridgehead().equals(bridgehead));
        return state.with(state.version(), down);
    }

    /** Whether one of its source bridgeheads reaches a target. */
    public boolean isUp(Way way) {
        for (UUID source : way.sources()) {
            if (isUp(way, source)) {
                return true;
            }
        }
        return false;
    }

    public boolean isUp(Way way, UUID source) {
        return !way.connector().hasState() || states.get(way.site()).isUp(way.connector().id(), source);
    }

    /** Whether the same links of a site are down as in another view of the same layout. */
    public boolean isAlike(LinkView other, int site) {
        return states.get(site).down().equals(other.states.get(site).down());
    }

    /** Whether a member is in contact with the master of its group. */
    public boolean isPresent(int site, UUID member) {
        return !states.get(site).absent().contains(member);
    }

    /** Why a way is down, for people. */
    public String reason(Way way) {
        if (way.sources().isEmpty()) {
            return "none of its source bridgeheads is a server of the group";
        }
        SortedMap<Link, String> down = states.get(way.site()).down();
        String reasons = way.sources().stream().map(source -> down.get(new Link(way.connector().id(), source))).filter(Objects::nonNull)
                .distinct().sorted().collect(Collectors.joining("; "));
        return "down: " + (reasons.isEmpty() ? "no reason known" : reasons);
    }
}
