package org.waypost.link.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waypost.link.port.Site;
import org.waypost.linkstate.Membership.Members;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.topology.Server;

class RosterTest {
    private static Server server(String name, String... keys) {
        return new Server(UUID.randomUUID(), name, "cn=" + name, name, 25, 691, Set.of(keys));
    }

    @Test
    void aKeyOfTwoServersProvesNeither() {
        Server a = server("a", "1", "2");
        Roster roster = Roster.of(Optional.empty(), Site.map(a, server("b", "2", "3"), server("c", "2")));
        assertEquals(Map.of("1", "a", "3", "b"), roster.members().names());
        assertEquals(Optional.of(a), roster.server(Optional.of("1")));
        assertEquals(Optional.empty(), roster.server(Optional.of("2")));
        assertEquals(Optional.empty(), roster.server(Optional.empty()));
    }

    @Test
    void watchersHearOfEachChangeOnce() throws Exception {
        KeyMembership membership = new KeyMembership(() -> null);
        List<Members> seen = new ArrayList<>();
        AutoCloseable watch = membership.watch(seen::add);
        membership.map(Site.map(server("a", "1")));
        membership.map(Site.map(server("a", "1")));
        watch.close();
        membership.map(OrganizationMap.EMPTY);
        assertEquals(List.of(Members.NONE, new Members(Optional.empty(), Map.of("1", "a"))), seen);
    }
}
