package org.waypost.testkit.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waypost.connection.CloseReason;
import org.waypost.connection.Connection;
import org.waypost.connection.ConnectionInfo;
import org.waypost.connection.Conversation;
import org.waypost.connection.FrozenConversation;
import org.waypost.connection.Unit;
import org.waypost.connection.Want;

class MemoryConnectionTest {
    private static final InetSocketAddress ANY = new InetSocketAddress("127.0.0.1", 25);

    private final List<Unit> received = new ArrayList<>();

    @Test
    void aTimeOutIsForTheWantThatWasOutstandingThen() {
        MemoryConnection client = new MemoryConnection(new ConnectionInfo(1, "test", ANY, ANY, true));
        client.start(connection -> new Asking(connection, new Want.Pause(Duration.ofMillis(1))));
        client.execute(() -> {
            client.timeOut();
            client.timeOut();
        });
        assertEquals(List.of(new Unit.Elapsed()), received);
    }

    @Test
    void thePeerShowsAKeyInTheHandshake() {
        MemoryConnection client = new MemoryConnection(new ConnectionInfo(1, "test", ANY, ANY, true)).showing("0a1b");
        assertEquals(Optional.empty(), client.tls());
        assertEquals(Optional.of("0a1b"), client.secured().tls().orElseThrow().peerKey());
    }

    @Test
    void aPeerWithAnotherKeyIsNotTalkedTo() {
        Want.Handshake asked = new Want.Handshake(Optional.of(new Want.ClientTls("a.example", true, Optional.empty(), Set.of("0a1b"))));
        MemoryConnection right = new MemoryConnection(new ConnectionInfo(1, "test", ANY, ANY, false)).showing("0a1b");
        right.start(connection -> new Asking(connection, asked));
        assertTrue(right.tls().isPresent());
        MemoryConnection wrong = new MemoryConnection(new ConnectionInfo(2, "test", ANY, ANY, false)).showing("ffff");
        wrong.start(connection -> new Asking(connection, asked));
        assertTrue(wrong.isClosed());
        assertEquals(Optional.empty(), wrong.tls());
        assertEquals(Optional.of(asked), wrong.handshake());
    }

    /** Wants something first, then a line. */
    private final class Asking implements Conversation {
        private final Connection connection;
        private final Want first;

        Asking(Connection connection, Want first) {
            this.connection = connection;
            this.first = first;
        }

        @Override
        public void opened() {
            connection.read(first, Duration.ofSeconds(1));
        }

        @Override
        public void received(Unit unit) {
            received.add(unit);
            connection.read(new Want.Line(100), Duration.ofSeconds(1));
        }

        @Override
        public void signalled(String signal) {}

        @Override
        public void closed(CloseReason reason) {}

        @Override
        public FrozenConversation freeze() {
            throw new UnsupportedOperationException();
        }
    }
}
