package org.waypost.link.participant;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.waypost.topology.Server;

/** A master's contacts with its members. A member is missed only after some silence: one that reconnects at once was never away. */
final class MemberContacts {
    private final Map<UUID, Instant> heard = new HashMap<>();
    private final Map<UUID, Instant> sent = new HashMap<>();

    /** A term begins: what was heard in an earlier one says nothing. */
    void begin() {
        heard.clear();
    }

    /** Members that were never heard of have the usual time to connect; who was absent before is until it does. */
    void expect(List<Server> members, Set<UUID> absent, Instant now) {
        members.stream().map(Server::id).filter(member -> !absent.contains(member)).forEach(member -> heard.putIfAbsent(member, now));
    }

    void connected(UUID member, Instant now) {
        sent.put(member, now);
        heard.put(member, now);
    }

    void disconnected(UUID member) {
        sent.remove(member);
    }

    void heard(UUID member, Instant now) {
        if (sent.containsKey(member)) {
            heard.put(member, now);
        }
    }

    void stoodStill(Duration time) {
        heard.replaceAll((member, last) -> last.plus(time));
    }

    Set<UUID> connected() {
        return new TreeSet<>(sent.keySet());
    }

    /** Those that it is time to give a sign of life. */
    Set<UUID> due(Instant now, Duration keepAlive) {
        Set<UUID> due = new TreeSet<>(sent.keySet());
        due.removeIf(member -> now.isBefore(sent.get(member).plus(keepAlive)));
        due.forEach(member -> sent.put(member, now));
        return due;
    }

    /** @param missing how long without a word makes a member absent */
    Set<UUID> absent(List<Server> members, UUID self, Instant now, Duration missing) {
        Set<UUID> absent = new HashSet<>();
        for (Server member : members) {
            Instant last = heard.get(member.id());
            if (!member.id().equals(self) && (last == null || !now.isBefore(last.plus(missing)))) {
                absent.add(member.id());
            }
        }
        return absent;
    }
}
