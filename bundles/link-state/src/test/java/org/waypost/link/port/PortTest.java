package org.waypost.link.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.connection.CloseReason;
import org.waypost.connection.Connection;
import org.waypost.connection.Conversation;
import org.waypost.connection.FrozenConversation;
import org.waypost.connection.Outgoing;
import org.waypost.connection.Unit;
import org.waypost.connection.Want;
import org.waypost.dns.Dns;
import org.waypost.link.LinkStateEvent;
import org.waypost.link.codec.Message;
import org.waypost.link.membership.Roster;
import org.waypost.linkstate.Membership;
import org.waypost.service.Gate;
import org.waypost.testkit.time.ManualClock;
import org.waypost.topology.Server;

/** A master's port and a member, with the real transport on loopback. */
class PortTest {
    private static final Message HELLO = new Message.Digest("hello");
    private static final Message ANSWER = new Message.Digest("a".repeat(4_000));

    @TempDir
    Path folder;
    private final ManualClock clock = new ManualClock(Instant.EPOCH);
    private final NotedDesk desk = new NotedDesk();
    private final NotedDesk memberDesk = new NotedDesk();
    private final AtomicReference<Roster> roster = new AtomicReference<>();
    private Site master;
    private Site member;
    private LinkStatePort port;
    private Follower follower;

    @BeforeEach
    void listen() throws IOException {
        master = new Site("master", folder);
        member = new Site("member", folder);
        roster.set(master.roster(master.server, member.server));
        port = port(desk);
        master.transport.listeners().bind(port);
        Gate<Outgoing> outgoing = new Gate<>("transport", Duration.ofSeconds(2), 10, Runnable::run);
        outgoing.bind(member.transport.outgoing());
        Gate<Dns> dns = new Gate<>("DNS", Duration.ofSeconds(2), 10, Runnable::run);
        Talks talks = new Talks(memberDesk, () -> member.roster(master.server, member.server), () -> Duration.ofSeconds(20), member.events,
                new Strangers("nowhere", member.events, clock));
        follower = new Follower(outgoing, new Hosts(dns), talks, member.thread);
    }

    private LinkStatePort port(NotedDesk desk) {
        Talks talks = new Talks(desk, roster::get, () -> Duration.ofSeconds(20), master.events,
                new Strangers("the link state port", master.events, clock));
        return new LinkStatePort(() -> LinkStatePort.listener(master.server, master.files()), talks);
    }

    @AfterEach
    void end() {
        master.close();
        member.close();
    }

    private void follow(Server server) {
        member.thread.execute(() -> follower.follow(Optional.of(server)));
    }

    @Test
    void memberAndMasterKnowAndAnswerEachOther() throws InterruptedException {
        memberDesk.first = List.of(HELLO);
        desk.answers = message -> List.of(ANSWER);
        follow(master.server);
        Site.eventually(() -> memberDesk.received.contains(ANSWER), "the answer came");
        assertEquals(List.of(HELLO), desk.received);
        assertEquals(List.of(member.server.id()), desk.connected);
        assertEquals(List.of(master.server.id()), memberDesk.connected);
    }

    @Test
    void aReplacementOfThePortGoesOnWithTheConnection() throws InterruptedException {
        follow(master.server);
        Site.eventually(() -> !desk.connected.isEmpty(), "the member is known");
        master.transport.listeners().unbind(port);
        NotedDesk next = new NotedDesk();
        next.first = List.of(ANSWER);
        master.transport.listeners().bind(port(next));
        Site.eventually(() -> memberDesk.received.contains(ANSWER), "the new port told the member");
        assertEquals(List.of(), memberDesk.disconnected);
        assertEquals(List.of(), desk.disconnected);
    }

    @Test
    void aMasterThatComesLateIsFoundAndOneThatHasNotJoinedIsNotTried() throws InterruptedException {
        Server gone = new Server(master.server.id(), "other", "cn=other", "127.0.0.1", 1, 1, Set.of());
        follow(gone);
        Site.eventually(() -> !memberDesk.disconnected.isEmpty(), "it is told");
        assertTrue(memberDesk.disconnected.get(0).contains("has not joined"), memberDesk.disconnected.get(0));
        assertEquals(0, master.events.count(LinkStateEvent.STRANGER));
        follow(master.server);
        Site.eventually(() -> !memberDesk.connected.isEmpty(), "it stands");
    }

    @Test
    void whatAServerThatIsNoneAnyMoreSendsIsNotHeard() throws Exception {
        Peer peer = new Peer(member, "");
        Site.eventually(() -> desk.connected.size() == 1, "the member is known");
        roster.set(master.roster(master.server));
        peer.say("LAST CHUNK={(digest x)}\r\n");
        Site.eventually(peer::isClosed, "it is closed");
        assertEquals(List.of(), desk.received);
    }

    @Test
    void theConnectionOfAServerThatIsNoneAnyMoreDoesNotGoOnAfterAReplacement() throws Exception {
        follow(master.server);
        Site.eventually(() -> !desk.connected.isEmpty(), "the member is known");
        roster.set(master.roster(master.server));
        master.transport.listeners().unbind(port);
        master.transport.listeners().bind(port(desk));
        Site.eventually(() -> !memberDesk.disconnected.isEmpty(), "it ended");
        assertEquals(1, desk.connected.size());
    }

    @Test
    void strangersAreClosedUnheardAndReportedOnceAnHour() throws Exception {
        try (Site stranger = new Site("stranger", folder)) {
            for (int i = 0; i < 3; i++) {
                Peer peer = new Peer(stranger, "LAST CHUNK={(digest x)}\r\n");
                Site.eventually(peer::isClosed, "it is closed");
            }
        }
        assertEquals(1, master.events.count(LinkStateEvent.STRANGER), master.events.all().toString());
        clock.advance(Strangers.QUIET);
        try (Site stranger = new Site("another", folder)) {
            Site.eventually(new Peer(stranger, "")::isClosed, "it is closed");
        }
        assertEquals(2, master.events.count(LinkStateEvent.STRANGER));
        assertEquals(List.of(), desk.received);
        assertEquals(List.of(), desk.connected);
    }

    @Test
    void whateverAStrangerSendsItIsClosed() throws Exception {
        Random random = new Random(5);
        for (int i = 0; i < 50; i++) {
            byte[] bytes = new byte[6 + random.nextInt(2_000)];
            random.nextBytes(bytes);
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", master.server.linkStatePort()));
                socket.getOutputStream().write(bytes);
                socket.shutdownOutput();
                socket.setSoTimeout(10_000);
                drain(socket);
            }
        }
        Site.eventually(() -> master.events.count(LinkStateEvent.STRANGER) == 1, "it is reported once");
        assertEquals(List.of(), desk.connected);
        follow(master.server);
        Site.eventually(() -> !memberDesk.connected.isEmpty(), "members are served as before");
    }

    @Test
    void aMembersBadMessageIsToldAndEndsItsConnection() throws Exception {
        for (String bad : List.of("EHLO x", "LAST CHUNK={(digest)}", "CHUNK={" + "x".repeat(2_000) + "}")) {
            Site.eventually(new Peer(member, bad + "\r\n")::isClosed, bad);
        }
        Site.eventually(() -> desk.disconnected.size() == 3, "each is told");
        assertEquals(3, master.events.count(LinkStateEvent.REFUSED_STATE), master.events.all().toString());
        assertEquals(List.of(), desk.received);
    }

    private static void drain(Socket socket) {
        try {
            while (socket.getInputStream().read() >= 0) {
                // An alert, perhaps.
            }
        } catch (IOException e) {
            // Reset: closed as well.
        }
    }

    /** Says one thing after the handshake. */
    private final class Peer implements Conversation {
        private final Connection connection;
        private final String line;
        private final Want handshake;
        private volatile boolean closed;

        Peer(Site site, String line) {
            this.line = line;
            handshake = new Want.Handshake(Optional.of(new Want.ClientTls(Membership.SERVER_NAME, false, Optional.of(site.files()), Set.of())));
            CompletableFuture<Outgoing.Result> result = site.transport.outgoing().connect(new Outgoing.Destination("master",
                    new InetSocketAddress("127.0.0.1", master.server.linkStatePort()), Optional.empty(), Duration.ofSeconds(10))).toCompletableFuture();
            connection = ((Outgoing.Result.Connected) result.join()).connection();
            connection.attach(this);
        }

        void say(String more) {
            connection.execute(() -> connection.write(ByteBuffer.wrap(more.getBytes(StandardCharsets.ISO_8859_1))));
        }

        boolean isClosed() {
            return closed;
        }

        @Override
        public void opened() {
            connection.read(handshake, Duration.ofSeconds(20));
        }

        @Override
        public void received(Unit unit) {
            connection.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.ISO_8859_1)));
            connection.read(new Want.Line(2_000), Duration.ofSeconds(20));
        }

        @Override
        public void signalled(String signal) {
            connection.abort();
        }

        @Override
        public void closed(CloseReason reason) {
            closed = true;
        }

        @Override
        public FrozenConversation freeze() {
            throw new IllegalStateException();
        }
    }
}
