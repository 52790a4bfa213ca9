package org.waypost.link.participant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waypost.link.codec.Message;
import org.waypost.link.table.Ruling;
import org.waypost.link.topology.Topology;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.GroupVersion;
import org.waypost.linkstate.Link;

class ParticipantTest {
    private static final ParticipantSettings SETTINGS = ParticipantSettings.DEFAULT;
    private static final UUID NORTH = Organization.id("north");
    private static final UUID A = Organization.id("a");
    private static final UUID B = Organization.id("b");

    private final Organization organization = new Organization().group("north", "a", "b", "c").group("south", "s").group("west", "w")
            .connect("to south", "north", "south", 1).connect("to west", "north", "west", 1).connect("back", "south", "north", 1)
            .connect("south to west", "south", "west", 1);

    @Test
    void theDirectoryNamesTheMasterAndATermMakesItOne() {
        Rig a = master();
        assertEquals(List.of("north after 0"), a.claims);
        assertEquals(List.of("962 [north, 1]"), a.reported());
        assertEquals(new GroupVersion(1, 0, 0, 1), a.row("north").version());
        assertEquals("MASTER", a.participant.status().role());
        assertEquals(List.of(), a.follows, "a master follows nobody");
    }

    @Test
    void whatIsUnreadableIsReportedOnceUntilItIsSomethingElse() {
        Rig rig = new Rig("b", SETTINGS);
        Topology read = organization.topology();
        Topology bad = new Topology(read.groups(), read.terms(), List.of(new Topology.Unreadable("cn=x", "cost 0")), List.of(new Topology.LostMaster("cn=g", "cn=m")));
        rig.participant.topology(bad);
        rig.participant.topology(bad);
        assertEquals(List.of("929 [cn=x, cost 0]", "958 [cn=g, cn=m]"), rig.reported());
        assertEquals(List.of("cn=x: cost 0"), rig.participant.unreadable());
        rig.participant.topology(read);
        assertEquals(List.of(), rig.participant.unreadable());
        rig.participant.topology(bad);
        assertEquals(2, rig.reported().size());
    }

    @Test
    void aRefusedTermIsAskedForAgain() {
        Rig a = new Rig("a", SETTINGS);
        a.participant.topology(organization.topology());
        a.participant.denied(NORTH, "no contact");
        a.pass(Duration.ofSeconds(59));
        assertEquals(1, a.claims.size());
        a.pass(Duration.ofSeconds(1));
        a.participant.denied(NORTH, "no contact");
        assertEquals(List.of("north after 0", "north after 0"), a.claims);
        assertEquals(List.of("964 [north, no contact]"), a.reported(), "once");
    }

    @Test
    void aChangeInTheDirectoryRaisesTheMajorVersionAndGoesToMembers() {
        Rig a = master();
        a.participant.connected(B);
        a.sent();
        a.participant.topology(organization.master("north", "a", 1).connect("to west", "north", "west", 7).topology());
        assertEquals(1, a.row("north").version().major());
        assertEquals(List.of(new Message.State(a.row("north"))), a.sent());
        assertEquals(List.of("north after 0"), a.claims, "no term is asked for again");
    }

    @Test
    void aMasterStopsWhenAnotherIsNamed() {
        Rig a = master();
        a.participant.topology(organization.master("north", "b", 2).topology());
        assertEquals("963 [north, the directory names server b]", a.reported().get(1));
        assertEquals(List.of("b"), a.follows);
    }

    @Test
    void aMasterStopsWhenALaterTermIsSeen() {
        Rig a = master();
        GroupState last = a.row("north");
        GroupState later = new Ruling(B, 2).begin(last);
        a.participant.received(B, new Message.State(later));
        assertEquals("963 [north, server b is, in term 2]", a.reported().get(1));
        assertEquals("SEARCHING", a.participant.status().role());
        Message old = new Message.State(new Ruling(A, 1).attended(last, Set.of(B)));
        assertEquals(List.of(new Message.State(later)), a.participant.received(A, old), "the old one's claims count nowhere");
        a.participant.received(Organization.id("c"), report("to west", "c", "x"));
        assertEquals(later, a.row("north"));
    }

    @Test
    void aMasterAppliesReportsAndRefusesWhatItNeverGave() {
        Rig a = master();
        a.participant.connected(B);
        a.participant.connected(Organization.id("c"));
        a.sent();
        a.participant.received(B, report("to west", "b", "refused"));
        assertEquals("refused", a.row("north").down().get(new Link(Organization.id("to west"), B)));
        assertEquals(2, a.sent().size(), "to both members");
        a.reported();
        GroupState forged = new Ruling(A, 1).linked(a.row("north"), Map.of());
        a.participant.received(B, new Message.State(forged));
        a.participant.received(Organization.id("s"), report("to west", "b", "x"));
        assertEquals(1, a.row("north").version().minor());
        assertEquals(2, a.reported().stream().filter(event -> event.startsWith("970 ")).count());
    }

    @Test
    void aMemberIsMissedOnlyAfterSomeSilence() {
        Rig a = master();
        a.participant.connected(B);
        a.participant.connected(Organization.id("c"));
        a.reported();
        a.pass(Duration.ofSeconds(30));
        a.participant.received(B, a.participant.opening());
        a.participant.disconnected(B, "closed");
        a.participant.received(Organization.id("c"), a.participant.opening());
        a.pass(Duration.ofSeconds(10));
        a.participant.connected(B);
        a.pass(Duration.ofSeconds(49));
        assertEquals(Set.of(), a.row("north").absent());
        a.pass(Duration.ofSeconds(1));
        assertEquals(List.of("965 [c, north]"), a.reported());
        assertEquals(Set.of(Organization.id("c")), a.row("north").absent());
        a.participant.received(Organization.id("c"), a.participant.opening());
        a.pass(Duration.ofSeconds(1));
        assertEquals(Set.of(), a.row("north").absent());
    }

    @Test
    void aNewTermGivesEverybodyTheUsualTime() {
        Rig a = master();
        a.participant.connected(B);
        a.pass(Duration.ofSeconds(50));
        a.participant.granted(NORTH, 2);
        a.pass(Duration.ofSeconds(59));
        assertEquals(Set.of(), a.row("north").absent());
        a.pass(Duration.ofSeconds(2));
        assertEquals(Set.of(B, Organization.id("c")), a.row("north").absent());
    }

    @Test
    void whoHasNotReadTheDirectoryRefusesNobody() {
        Rig a = new Rig("a", SETTINGS);
        a.participant.received(B, report("to west", "b", "refused"));
        assertEquals(List.of(), a.reported());
    }

    @Test
    void aMemberFollowsItsMasterAndTellsWhenItIsGone() {
        Rig b = member(SETTINGS);
        assertEquals(List.of("a"), b.follows);
        assertInstanceOf(Message.Digest.class, b.participant.connected(A).get(0));
        assertEquals("MEMBER", b.participant.status().role());
        b.pass(Duration.ofSeconds(59));
        assertEquals(List.of(), b.reported());
        assertEquals(2, b.sent.stream().filter(sent -> sent.message() instanceof Message.Digest).count(), "a sign of life each 20 s");
        b.pass(Duration.ofSeconds(300));
        assertEquals(List.of("960 [a, no word for 60 s]"), b.reported());
        assertEquals(List.of("a", "nobody", "a"), b.follows, "the connection is made anew");
        b.participant.connected(A);
        assertEquals(List.of("961 [a]"), b.reported());
        assertEquals(List.of(), b.claims, "nobody takes over unasked");
    }

    @Test
    void theFirstMemberTakesOverAndTheNextAfterIt() {
        ParticipantSettings takingOver = new ParticipantSettings(SETTINGS.glitchRetry(), 3, SETTINGS.probe(), SETTINGS.damping(), false,
                SETTINGS.keepAlive(), true, Duration.ofMinutes(5));
        Rig b = member(takingOver);
        b.pass(Duration.ofSeconds(299));
        assertEquals(List.of(), b.claims);
        b.pass(Duration.ofSeconds(1));
        assertEquals(List.of("north after 0"), b.claims);
        b.participant.granted(NORTH, 1);
        assertEquals("MASTER", b.participant.status().role(), "though it has not read it in the directory yet");
        Rig c = new Rig("c", takingOver);
        c.participant.topology(organization.topology());
        c.pass(Duration.ofSeconds(319));
        assertEquals(List.of(), c.claims);
        c.pass(Duration.ofSeconds(1));
        assertEquals(1, c.claims.size());
    }

    @Test
    void whoStoodStillItselfDoesNotBlameOthers() {
        Rig b = member(SETTINGS);
        b.participant.connected(A);
        b.clock.advance(Duration.ofMinutes(10));
        b.participant.tick();
        assertEquals(List.of(), b.reported());
    }

    @Test
    void newsOfANeighbourGoesToTheMasterAndToOtherNeighboursOnce() {
        Rig b = member(SETTINGS);
        b.participant.connected(A);
        b.greeted.clear();
        b.participant.greeted(Organization.id("to south"), new Participant.Greeted.Reached(Optional.of(Organization.id("s"))));
        b.participant.greeted(Organization.id("to west"), new Participant.Greeted.Reached(Optional.of(Organization.id("w"))));
        b.sent();
        Message news = new Message.State(new Ruling(Organization.id("s"), 1).begin(GroupState.of(organization.routingGroup("south"))));
        b.participant.received(Organization.id("s"), news);
        b.pass(Duration.ofSeconds(2));
        assertEquals(List.of(news), b.sent());
        assertEquals(Set.of("to south[s]", "to west[w]"), Set.copyOf(b.greeted));
        b.greeted.clear();
        b.participant.received(A, news);
        b.pass(Duration.ofSeconds(2));
        assertTrue(b.sent().isEmpty() && b.greeted.isEmpty(), "what is known is not passed on");
    }

    @Test
    void whatWasKeptIsInForceUntilTheDirectoryIsRead() {
        Rig before = master();
        Rig b = new Rig("b", SETTINGS);
        b.participant.kept(before.published.get(before.published.size() - 1));
        assertEquals(before.row("north"), b.row("north"));
        assertEquals(List.of("a"), b.follows);
        b.participant.topology(new Organization().group("north", "b").topology());
        assertEquals(Set.of(NORTH), b.published.get(b.published.size() - 1).groups().keySet());
    }

    @Test
    void aDirectoryThatWasSetBackIsCountedOn() {
        Rig a = new Rig("a", SETTINGS);
        Rig before = master();
        GroupState later = new Ruling(A, 5).begin(before.row("north"));
        a.participant.topology(organization.topology());
        a.participant.received(B, new Message.State(later));
        a.participant.granted(NORTH, 1);
        assertEquals(List.of("north after 0", "north after 1"), a.claims);
        a.participant.granted(NORTH, 6);
        assertEquals(6, a.row("north").version().term());
    }

    private Rig master() {
        Rig a = new Rig("a", SETTINGS);
        a.participant.topology(organization.topology());
        a.participant.granted(NORTH, 1);
        return a;
    }

    private Rig member(ParticipantSettings settings) {
        Rig b = new Rig("b", settings);
        b.participant.topology(organization.topology());
        return b;
    }

    private static Message report(String connector, String server, String reason) {
        return new Message.Report(new Link(Organization.id(connector), Organization.id(server)), Optional.of(reason));
    }
}
