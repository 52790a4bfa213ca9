package org.waypost.link.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waypost.link.codec.Message;
import org.waypost.link.codec.States;
import org.waypost.link.table.Ruling;
import org.waypost.link.table.Table;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.Link;

class MastershipTest {
    private static final States STATES = new States(5);
    private static final GroupState KNOWN = Stream.generate(STATES::next)
            .filter(state -> state.down().isEmpty() && state.group().connectors().size() == 1).findFirst().orElseThrow();
    private static final UUID SERVER = KNOWN.group().servers().get(0).id();
    private static final Link LINK = new Link(KNOWN.group().connectors().get(0).id(), SERVER);
    private static final Mastership MASTER = new Mastership(KNOWN.group().id(), new Ruling(SERVER, KNOWN.version().term()));
    private static final Table TABLE = Table.EMPTY.with(KNOWN);
    private static final Message.Report DOWN = new Message.Report(LINK, Optional.of("refused"));

    @Test
    void aReportRaisesTheMinorVersionOnce() {
        Table down = MASTER.reported(TABLE, SERVER, DOWN);
        GroupState state = down.map().groups().get(KNOWN.group().id());
        assertEquals(Map.of(LINK, "refused"), state.down());
        assertEquals(KNOWN.version().minor() + 1, state.version().minor());
        assertSame(down, MASTER.reported(down, SERVER, DOWN));
        assertEquals(Map.of(), MASTER.reported(down, SERVER, new Message.Report(LINK, Optional.empty())).map().groups().get(KNOWN.group().id()).down());
    }

    @Test
    void aMemberReportsOnlyItsOwnLinks() {
        assertSame(TABLE, MASTER.reported(TABLE, new UUID(1, 1), DOWN));
        assertSame(TABLE, MASTER.reported(TABLE, SERVER, new Message.Report(new Link(new UUID(1, 1), SERVER), Optional.of("x"))));
    }

    @Test
    void afterALaterTermItRaisesNothing() {
        Table later = TABLE.with(new Ruling(SERVER, KNOWN.version().term() + 1).begin(KNOWN));
        assertFalse(MASTER.holds(later));
        assertSame(later, MASTER.reported(later, SERVER, DOWN));
    }
}
