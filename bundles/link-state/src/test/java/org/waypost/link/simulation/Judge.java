package org.waypost.link.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.waypost.event.EventType;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.GroupVersion;
import org.waypost.linkstate.OrganizationMap;

/** Sees every map that any server makes its own, and objects at once. */
final class Judge {
    private static final int REFUSED = 970;
    private static final int LAST = 60;

    private final Map<Key, GroupState> versions = new HashMap<>();
    private final Map<String, UUID> masters = new HashMap<>();
    private final Deque<String> events = new ArrayDeque<>();
    private final List<String> refusals = new ArrayList<>();

    private record Key(UUID group, GroupVersion version) {}

    void published(String server, OrganizationMap before, OrganizationMap now) {
        now.groups().forEach((group, state) -> {
            GroupState old = before.groups().get(group);
            if (old != state && state.version().term() > 0) {
                accepted(server, old, state);
            }
        });
    }

    void event(String server, EventType type, Object... parameters) {
        if (type.id() == REFUSED) {
            refusals.add(server + ": " + Arrays.toString(parameters));
        }
        if (events.size() == LAST) {
            events.remove();
        }
        events.add(server + ": " + type.id() + " " + Arrays.toString(parameters));
    }

    /** Among servers that all mean well nothing is ever refused. */
    List<String> refusals() {
        return refusals;
    }

    String lastEvents() {
        return String.join("\n", events);
    }

    private void accepted(String server, GroupState old, GroupState state) {
        UUID group = state.group().id();
        assertFalse(old != null && old.version().isNewerThan(state.version()),
                () -> server + " went back from " + old.version() + " to " + state.version());
        UUID ruler = state.ruler().orElseThrow();
        UUID first = masters.putIfAbsent(group + " " + state.version().term(), ruler);
        assertEquals(first == null ? ruler : first, ruler, "two masters in one term");
        GroupState known = versions.putIfAbsent(new Key(group, state.version()), state);
        assertEquals(known == null ? state : known, state, "two contents under one version");
    }
}
