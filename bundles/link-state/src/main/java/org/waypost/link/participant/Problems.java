package org.waypost.link.participant;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.waypost.event.EventLog;
import org.waypost.link.LinkStateEvent;
import org.waypost.link.topology.Topology;

/** What is wrong with the directory and with what others tell, each reported once until it is something else. */
final class Problems {
    private final EventLog events;
    private Set<Object> known = new HashSet<>();
    private List<String> unreadable = List.of();
    private final Map<String, String> unusable = new HashMap<>();
    private final Map<UUID, String> refused = new HashMap<>();

    Problems(EventLog events) {
        this.events = events;
    }

    void of(Topology topology) {
        Set<Object> now = new HashSet<>();
        topology.unreadable().forEach(object -> {
            if (now.add(object) && !known.contains(object)) {
                events.report(LinkStateEvent.UNREADABLE, object.dn(), object.reason());
            }
        });
        topology.lostMasters().forEach(object -> {
            if (now.add(object) && !known.contains(object)) {
                events.report(LinkStateEvent.LOST_MASTER, object.group(), object.master());
            }
        });
        known = now;
        unreadable = topology.unreadable().stream().map(object -> object.dn() + ": " + object.reason()).toList();
    }

    /** What 929 told of and still is: DN and reason. */
    List<String> unreadable() {
        return Stream.concat(unreadable.stream(), unusable.entrySet().stream().map(entry -> entry.getKey() + ": " + entry.getValue()))
                .distinct().sorted().toList();
    }

    /** An object that was read but cannot be told to others. */
    void unusable(String dn, String reason) {
        if (!reason.equals(unusable.put(dn, reason))) {
            events.report(LinkStateEvent.UNREADABLE, dn, reason);
        }
    }

    void usable(String dn) {
        unusable.remove(dn);
    }

    void refused(UUID server, String name, String reason) {
        if (!reason.equals(refused.put(server, reason))) {
            events.report(LinkStateEvent.REFUSED_STATE, name, reason);
        }
    }
}
