package org.waypost.link.participant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waypost.link.codec.Message;
import org.waypost.link.participant.Participant.Greeted;
import org.waypost.link.table.Ruling;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.Link;

class LinksTest {
    private static final ParticipantSettings SETTINGS = ParticipantSettings.DEFAULT;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final UUID A = Organization.id("a");
    private static final UUID WEST = Organization.id("to west");
    private static final Link LINK = new Link(WEST, Organization.id("b"));
    private static final Message DOWN = new Message.Report(LINK, Optional.of("refused"));
    private static final Message UP = new Message.Report(LINK, Optional.empty());

    private final Organization organization = new Organization().group("north", "a", "b").group("south", "s").group("west", "w")
            .connect("to south", "north", "south", 1).connect("to west", "north", "west", 1).connect("south to west", "south", "west", 1)
            .smartHost("out", "north");
    private final Rig b = new Rig("b", SETTINGS);

    @Test
    void eachLinkIsGreetedAtOnceAndThenAtEachProbe() {
        started();
        assertEquals(List.of("out[]", "to south[s]", "to west[w]"), b.greeted.stream().sorted().toList());
        reach("out", "to south", "to west");
        b.pass(MINUTE);
        assertEquals(6, b.greeted.size());
        b.pass(MINUTE);
        assertEquals(6, b.greeted.size(), "none is greeted while a greeting is under way");
    }

    @Test
    void aLinkIsDownAfterSoManyTriesAndUpAtTheFirstThatSucceeds() {
        started();
        reach("to west");
        b.participant.failed(WEST, "refused");
        assertEquals("TRYING", measured());
        tries(2);
        assertEquals(List.of(), b.sent(), "while it is tried nothing is told");
        tries(1);
        assertEquals(List.of("995 [to west, refused]"), b.reported());
        assertEquals(List.of(DOWN), b.sent());
        assertEquals("DOWN", measured());
        b.participant.received(A, new Message.State(row(1, Map.of(LINK, "refused"))));
        stay(SETTINGS.damping());
        reach("to west");
        assertEquals(List.of("996 [to west]"), b.reported());
        assertEquals(List.of(UP), b.sent());
    }

    @Test
    void aReportIsRepeatedUntilTheMasterSaysTheSame() {
        down();
        b.sent();
        b.pass(SETTINGS.keepAlive());
        assertEquals(List.of(DOWN), b.sent());
        assertTrue(b.participant.connected(A).contains(DOWN), "a new connection hears of it at once");
        b.participant.received(A, new Message.State(row(1, Map.of(LINK, "refused"))));
        b.pass(MINUTE);
        assertEquals(List.of(), b.sent());
    }

    @Test
    void anOscillatingLinkIsToldOnceInAWhile() {
        down();
        b.participant.received(A, new Message.State(row(1, Map.of(LINK, "refused"))));
        b.sent();
        for (int i = 0; i < 4; i++) {
            reach("to west");
            b.participant.failed(WEST, "refused");
            tries(1);
            reach("to west");
        }
        assertEquals(List.of(), b.sent());
        assertTrue(b.participant.status().suppressed().get(0).startsWith("Connector to west is up, which is not told before "));
        stay(SETTINGS.damping());
        assertEquals(UP, b.sent().get(0));
    }

    @Test
    void aLinkAtALeafIsNeverToldToBeDown() {
        organization.remove("south", "south to west");
        down();
        tries(3);
        assertEquals(List.of("994 [to west, down, west]"), b.reported());
        assertEquals(List.of(), b.sent());
        assertEquals(List.of("Connector to west is down, which is not told to other servers: west is a leaf"), b.participant.status().suppressed());
        assertEquals("DOWN", measured());
    }

    @Test
    void noChangeIsToldIfAllAreSuppressed() {
        b.participant.settings(new ParticipantSettings(MINUTE, 3, MINUTE, MINUTE, true, SETTINGS.keepAlive(), false, MINUTE));
        down();
        assertEquals(List.of(), b.sent());
        assertEquals(1, b.participant.status().suppressed().size());
    }

    @Test
    void whoStartsSaysNothingOfALinkBeforeItTriedIt() {
        started();
        b.participant.received(A, new Message.State(row(1, Map.of(LINK, "refused"))));
        assertEquals(List.of(), b.sent());
        assertEquals("DOWN", measured());
        reach("to west");
        assertEquals(List.of(UP), b.sent());
    }

    @Test
    void aMasterAppliesWhatItMeasuresItself() {
        Rig a = new Rig("a", SETTINGS);
        a.participant.topology(organization.topology());
        a.participant.granted(Organization.id("north"), 1);
        for (int i = 0; i < 4; i++) {
            a.participant.greeted(WEST, new Greeted.Failed("refused"));
        }
        assertEquals(Map.of(new Link(WEST, A), "refused"), a.row("north").down());
    }

    private void started() {
        b.participant.topology(organization.topology());
        b.participant.connected(A);
    }

    private void down() {
        started();
        b.participant.greeted(WEST, new Greeted.Failed("refused"));
        tries(3);
    }

    private void tries(int count) {
        for (int i = 0; i < count; i++) {
            stay(SETTINGS.glitchRetry());
            b.participant.greeted(WEST, new Greeted.Failed("refused"));
        }
    }

    /** Time goes on, and the master is heard of. */
    private void stay(Duration time) {
        for (long i = 0; i < time.toSeconds(); i += 20) {
            b.pass(Duration.ofSeconds(20));
            b.participant.received(A, b.participant.opening());
        }
    }

    private void reach(String... connectors) {
        for (String connector : connectors) {
            b.participant.greeted(Organization.id(connector), new Greeted.Reached(Optional.empty()));
        }
    }

    private String measured() {
        return b.participant.status().links().stream().filter(link -> link.connector().equals("to west")).findFirst().orElseThrow().state();
    }

    private GroupState row(long term, Map<Link, String> down) {
        Ruling ruling = new Ruling(A, term);
        return ruling.linked(ruling.begin(GroupState.of(organization.routingGroup("north"))), down);
    }
}
