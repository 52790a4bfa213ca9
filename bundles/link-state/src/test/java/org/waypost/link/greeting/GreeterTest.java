package org.waypost.link.greeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.connection.Outgoing;
import org.waypost.dns.Dns;
import org.waypost.link.codec.Message;
import org.waypost.link.participant.Participant.Greeted;
import org.waypost.link.port.NotedDesk;
import org.waypost.link.port.Site;
import org.waypost.link.port.Strangers;
import org.waypost.mail.Reply;
import org.waypost.service.Gate;
import org.waypost.topology.Connector;
import org.waypost.topology.Schedule;
import org.waypost.topology.Server;

/** A bridgehead greets another over the real transport, with mutual TLS. */
class GreeterTest {
    @TempDir
    Path folder;
    private final NotedDesk desk = new NotedDesk();
    private final NotedDesk other = new NotedDesk();
    private final Gate<Outgoing> outgoing = new Gate<>("transport", Duration.ofMillis(1), 10, Runnable::run);
    private Site here;
    private Site there;
    private Bridgehead bridgehead;
    private Greeter greeter;

    @BeforeEach
    void listen() throws IOException {
        here = new Site("here", folder);
        there = new Site("there", folder);
        bridgehead = new Bridgehead(there, new LinkStateVerb(other, () -> there.roster(here.server, there.server), there.events, new Strangers("the verb", there.events, InstantSource.system())),
                () -> there.roster(here.server, there.server));
        there.transport.listeners().bind(bridgehead);
        outgoing.bind(here.transport.outgoing());
        Gate<Dns> dns = new Gate<>("DNS", Duration.ofSeconds(2), 10, Runnable::run);
        greeter = new Greeter(outgoing, dns, desk, () -> here.roster(here.server, there.server), () -> Greeter.helloName("127.0.0.1"), here.thread);
    }

    @AfterEach
    void end() {
        here.close();
        there.close();
    }

    private Greeted greet(List<Server> targets, String... smartHosts) throws InterruptedException {
        desk.greeted.clear();
        greeter.greet(new Connector(UUID.randomUUID(), "x", "cn=x", Connector.Kind.SMTP, 1, Set.of(), Set.of(), List.of(), List.of(), false,
                List.of(smartHosts), "", Connector.Rules.NONE, Schedule.ALWAYS, Optional.empty(), Set.of()), targets);
        Site.eventually(() -> !desk.greeted.isEmpty(), "greeted");
        return desk.greeted.get(0);
    }

    @Test
    void bothTellUntilNothingIsLeftToSay() throws InterruptedException {
        List<Message> first = Collections.nCopies(30, new Message.Digest("v".repeat(4_000)));
        Message mine = new Message.Digest("m".repeat(4_000));
        other.answers = message -> message.equals(new Message.Digest("opening")) ? first : List.of();
        desk.answers = message -> desk.received.size() <= 3 ? List.of(mine) : List.of();
        assertEquals(new Greeted.Reached(Optional.of(there.server.id())), greet(List.of(there.server)));
        assertEquals(first, desk.received);
        assertEquals(List.of(new Message.Digest("opening"), mine, mine, mine), other.received);
        assertTrue(bridgehead.commands.contains("EHLO [127.0.0.1]"));
        assertTrue(bridgehead.commands.contains(LinkStateVerb.VERB + " " + LinkStateVerb.NEXT), "the answers took more than one reply");
    }

    @Test
    void aServerWithoutTheVerbIsReachedAllTheSame() throws InterruptedException {
        bridgehead.offers = List.of("hello", "STARTTLS");
        assertEquals(new Greeted.Reached(Optional.of(there.server.id())), greet(List.of(there.server)));
        assertEquals(List.of(), other.received);
    }

    @Test
    void whoCannotProveToBeTheServerIsNotReached() throws InterruptedException {
        Server impostor = new Server(there.server.id(), "here", there.server.dn(), "127.0.0.1", there.server.smtpPort(), 1, Set.of());
        assertInstanceOf(Greeted.Failed.class, greet(List.of(impostor)));
        bridgehead.offers = List.of("hello");
        assertInstanceOf(Greeted.Failed.class, greet(List.of(there.server)));
        assertEquals(List.of(), other.received);
    }

    @Test
    void targetsAreTriedInTurn() throws InterruptedException {
        Server dead = new Server(UUID.randomUUID(), "dead", "cn=dead", "127.0.0.1", there.server.linkStatePort(), 1, Set.of());
        assertEquals(new Greeted.Reached(Optional.of(there.server.id())), greet(List.of(dead, there.server)));
        Greeted.Failed failed = assertInstanceOf(Greeted.Failed.class, greet(List.of(dead)));
        assertTrue(failed.reason().contains("dead"), failed.reason());
    }

    @Test
    void thatTheTransportIsAwaySaysNothingOfTheTarget() throws InterruptedException {
        outgoing.release(here.transport.outgoing());
        here.thread.schedule(() -> outgoing.bind(here.transport.outgoing()), 50, TimeUnit.MILLISECONDS);
        assertInstanceOf(Greeted.Reached.class, greet(List.of(there.server)));
    }

    @Test
    void ofASmartHostTheGreetingIsEnough() throws InterruptedException {
        String host = "[127.0.0.1]:" + there.server.smtpPort();
        assertEquals(new Greeted.Reached(Optional.empty()), greet(List.of(), host));
        Site.eventually(() -> bridgehead.commands.equals(List.of("QUIT")), "nothing but QUIT is said");
        bridgehead.greeting = Reply.of(554, "no");
        assertInstanceOf(Greeted.Failed.class, greet(List.of(), host));
        assertInstanceOf(Greeted.Failed.class, greet(List.of(), "no host"));
        assertInstanceOf(Greeted.Failed.class, greet(List.of()));
    }
}
