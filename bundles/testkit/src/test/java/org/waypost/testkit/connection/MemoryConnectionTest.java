package org.waypost.testkit.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        client.start(Pausing::new);
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

    /** Pauses first, then wants a line. */
    private final class Pausing implements Conversation {
        private final Connection connection;

        Pausing(Connection connection) {
            this.connection = connection;
        }

        @Override
        public void opened() {
            connection.read(new Want.Pause(Duration.ofMillis(1)), Duration.ofSeconds(1));
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
