package org.waypost.link.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.GroupVersion;
import org.waypost.linkstate.Link;
import org.waypost.topology.RoutingGroup;
import org.waypost.topology.Server;

class TableTest {
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final Link LINK = new Link(new UUID(0, 3), A);
    private static final RoutingGroup GROUP = group("Bonn");
    private static final Table READ = Table.EMPTY.withDirectory(List.of(GROUP));
    private static final GroupState FIRST = new Ruling(A, 1).begin(GroupState.of(GROUP));

    @Test
    void whatTheMasterSaysReplacesWhatTheDirectorySays() {
        Table ruled = accepted(READ.merge(FIRST));
        assertEquals(FIRST, ruled.map().groups().get(GROUP.id()));
        assertEquals(ruled, ruled.withDirectory(List.of(group("Renamed"))), "only its master applies a change of the directory");
        assertNotEquals(READ.map().digest(), READ.withDirectory(List.of(group("Renamed"))).map().digest());
        assertInstanceOf(Merge.Outdated.class, ruled.merge(GroupState.of(GROUP)));
        assertEquals(Table.EMPTY, ruled.withDirectory(List.of()), "a group that was removed");
    }

    @Test
    void onlyNewerStatesAreAcceptedTermFirst() {
        GroupState down = new Ruling(A, 1).linked(FIRST, Map.of(LINK, "refused"));
        GroupState next = new Ruling(B, 2).begin(FIRST);
        Table table = accepted(READ.merge(down));
        assertInstanceOf(Merge.Known.class, table.merge(down));
        assertInstanceOf(Merge.Outdated.class, table.merge(FIRST));
        Table later = accepted(table.merge(next));
        assertInstanceOf(Merge.Outdated.class, later.merge(new Ruling(A, 1).linked(down, Map.of())), "of a master whose term is over");
        assertThrows(IllegalArgumentException.class, () -> later.with(down));
    }

    @Test
    void whatCannotBeTrueIsRefused() {
        Table table = accepted(READ.merge(FIRST));
        assertInstanceOf(Merge.Refused.class, table.merge(FIRST.with(FIRST.version(), Map.of(LINK, "forged"))));
        assertInstanceOf(Merge.Refused.class, table.merge(new Ruling(new UUID(9, 9), 2).begin(FIRST)), "not a server of the group");
        GroupState other = new GroupState(GROUP, new GroupVersion(1, 5, 5, 5), Optional.of(B), Set.of(), FIRST.down());
        assertInstanceOf(Merge.Refused.class, table.merge(other), "a second master in one term");
    }

    @Test
    void aMasterRaisesOnlyInItsTermAndOnlyWhenSomethingChanged() {
        Ruling ruling = new Ruling(A, 1);
        assertSame(FIRST, ruling.linked(FIRST, Map.of()));
        assertSame(FIRST, ruling.attended(FIRST, Set.of()));
        assertSame(FIRST, ruling.configured(FIRST, GROUP));
        assertEquals(new GroupVersion(1, 0, 1, 1), ruling.linked(FIRST, Map.of(LINK, "x")).version());
        assertEquals(new GroupVersion(1, 0, 0, 2), ruling.attended(FIRST, Set.of(B)).version());
        assertEquals(new GroupVersion(1, 1, 0, 1), ruling.configured(FIRST, group("Renamed")).version());
        GroupState later = new Ruling(B, 2).begin(FIRST);
        assertTrue(ruling.holds(FIRST));
        assertFalse(ruling.holds(later));
        assertThrows(IllegalStateException.class, () -> ruling.linked(later, Map.of()));
    }

    @Test
    void linksOfARemovedConnectorAreForgotten() {
        GroupState down = new Ruling(A, 1).linked(FIRST, Map.of(LINK, "x"));
        assertEquals(Map.of(), new Ruling(A, 1).configured(down, group("Renamed")).down());
    }

    @Test
    void inWhateverOrderStatesArriveTheEndIsTheSame() {
        List<GroupState> history = new ArrayList<>(List.of(FIRST));
        Random random = new Random(5);
        for (int i = 0; i < 60; i++) {
            GroupState last = history.get(history.size() - 1);
            Ruling ruling = new Ruling(last.ruler().orElseThrow(), last.version().term());
            history.add(switch (random.nextInt(3)) {
                case 0 -> new Ruling(random.nextBoolean() ? A : B, ruling.term() + 1).begin(last);
                case 1 -> ruling.linked(last, Map.of(LINK, "at " + i));
                default -> ruling.configured(last, group("Bonn " + i));
            });
        }
        Table wanted = accepted(READ.merge(history.get(history.size() - 1)));
        for (int run = 0; run < 100; run++) {
            List<GroupState> told = new ArrayList<>(history);
            told.addAll(history.subList(run % 60, 60));
            Collections.shuffle(told, random);
            Table table = READ;
            for (GroupState state : told) {
                Merge merge = table.merge(state);
                assertFalse(merge instanceof Merge.Refused, merge::toString);
                table = merge instanceof Merge.Accepted accepted ? accepted.table() : table;
            }
            assertEquals(wanted, table);
        }
    }

    private static Table accepted(Merge merge) {
        return assertInstanceOf(Merge.Accepted.class, merge).table();
    }

    private static RoutingGroup group(String name) {
        return new RoutingGroup(new UUID(0, 7), name, "cn=" + name, Optional.of(A), List.of(server(A), server(B)), List.of());
    }

    private static Server server(UUID id) {
        return new Server(id, "s" + id.getLeastSignificantBits(), "cn=s", "127.0.1.1", 25, 691, Set.of());
    }
}
