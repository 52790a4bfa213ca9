package org.waypost.route.layout;

import java.util.List;
import java.util.UUID;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.Link;
import org.waypost.linkstate.OrganizationMap;

/** Which links are up. */
public final class LinkView {
    private final List<GroupState> states;

    /** @param map which the layout fits */
    public LinkView(OrganizationMap map) {
        this.states = List.copyOf(map.groups().values());
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

    /** Whether a member is in contact with the master of its group. */
    public boolean isPresent(int site, UUID member) {
        return !states.get(site).absent().contains(member);
    }

    /** Why a way is down, for people. */
    public String reason(Way way) {
        if (way.sources().isEmpty()) {
            return "none of its source bridgeheads is a server of the group";
        }
        UUID any = way.sources().iterator().next();
        return "down: " + states.get(way.site()).down().getOrDefault(new Link(way.connector().id(), any), "no reason known");
    }
}
