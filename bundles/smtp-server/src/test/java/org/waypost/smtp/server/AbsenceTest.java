package org.waypost.smtp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.waypost.connection.Want;
import org.waypost.smtp.server.event.SmtpEvent;
import org.waypost.smtp.server.settings.ServerSettings;
import org.waypost.testkit.connection.MemoryConnection;

/** The spool or the resolver is away, and this bundle may be replaced meanwhile: the peer only waits. */
class AbsenceTest {
    private static final String TO_ALICE = "MAIL FROM:<s@remote.example>\r\nRCPT TO:<alice@example.com>\r\n";

    @Test
    void aCommandWaitsForTheResolver() {
        TestServer server = new TestServer(TestSettings.standard());
        MemoryConnection client = server.greeted();
        server.resolverAway();
        client.feed(TO_ALICE + "NOOP\r\n");
        waits(client);
        replace(server, client, TestSettings.standard());
        client.timeOut();
        waits(client);
        server.resolver.bind(new Users());
        client.take();
        assertEquals("250 2.1.5 Recipient OK\r\n250 2.0.0 OK\r\n", outwait(client, "250 2.0.0 OK\r\n"));
    }

    @Test
    void theEndOfAMessageWaitsForTheSpool() {
        for (String end : new String[] {"DATA\r\n#x\r\n.\r\n", "BDAT 3 LAST\r\n#x\r\n"}) {
            for (int above : new int[] {0, 262_144}) {
                ServerSettings settings = TestSettings.limits(TestSettings.streaming(above));
                TestServer server = new TestServer(settings);
                MemoryConnection client = server.greeted();
                client.feed(TO_ALICE + end.substring(0, end.indexOf('#')));
                server.spool.unbind(server.stored);
                client.feed(end.substring(end.indexOf('#') + 1));
                waits(client);
                replace(server, client, settings);
                client.timeOut();
                waits(client);
                server.spool.bind(server.stored);
                outwait(client, " queued\r\n");
                assertEquals("x\r\n", server.sent(server.messages().get(0)));
                assertEquals(1, server.stored.contents());
                assertEquals(0, server.memory.held());
            }
        }
    }

    @Test
    void aStreamWaitsInTheMiddle() {
        ServerSettings settings = TestSettings.limits(TestSettings.streaming(0));
        TestServer server = new TestServer(settings);
        MemoryConnection client = server.greeted();
        client.feed(TO_ALICE + "DATA\r\none\r\n");
        server.spool.unbind(server.stored);
        client.feed("two\r\n");
        client.feed("three\r\n.\r\n");
        waits(client);
        assertEquals(5, server.memory.held(), "what could not be streamed is counted");
        replace(server, client, settings);
        server.spool.bind(server.stored);
        outwait(client, " queued\r\n");
        assertEquals("one\r\ntwo\r\nthree\r\n", server.sent(server.messages().get(0)));
        assertEquals(0, server.memory.held());
    }

    @Test
    void inTheEndThePeerIsAskedToTryAgain() {
        ServerSettings settings = TestSettings.limits(TestSettings.streaming(0));
        for (String message : new String[] {"DATA\r\nx\r\n.\r\n", "BDAT 1\r\nxBDAT 1 LAST\r\ny"}) {
            TestServer server = new TestServer(settings);
            MemoryConnection client = server.greeted();
            client.feed(TO_ALICE + message.substring(0, message.indexOf('\n') + 1));
            client.take();
            server.spool.unbind(server.stored);
            client.feed(message.substring(message.indexOf('\n') + 1));
            assertTrue(outwait(client, "\r\n").startsWith("451 4.3.0 "));
            Await.until(() -> server.events.types().contains(SmtpEvent.SERVICE_AWAY));
            client.feed("RSET\r\nNOOP\r\n");
            outwait(client, "250 2.0.0 OK\r\n");
            Await.until(() -> server.memory.held() == 0);
        }
    }

    @Test
    void aPeerThatLeavesWhileWaitingLeavesNothing() {
        for (int above : new int[] {0, 262_144}) {
            TestServer server = new TestServer(TestSettings.limits(TestSettings.streaming(above)));
            MemoryConnection client = server.greeted();
            client.feed(TO_ALICE + "DATA\r\n");
            server.spool.unbind(server.stored);
            client.feed("x\r\n.\r\n");
            client.drop();
            server.spool.bind(server.stored);
            // The message was complete, so it may have been accepted; half of it may not stay.
            Await.until(() -> server.memory.held() == 0 && server.stored.contents() == server.messages().size());
        }
    }

    private static void waits(MemoryConnection client) {
        Await.until(() -> client.want().filter(Want.Pause.class::isInstance).isPresent());
        assertFalse(client.isClosed());
    }

    /** Lets pause after pause go by. @return the answer with that end, which comes in another thread than this */
    private static String outwait(MemoryConnection client, String end) {
        StringBuilder answer = new StringBuilder();
        Await.until(() -> {
            if (client.want().filter(Want.Pause.class::isInstance).isPresent()) {
                client.timeOut();
            }
            return answer.append(client.take()).toString().endsWith(end);
        });
        return answer.toString();
    }

    private static void replace(TestServer server, MemoryConnection client, ServerSettings settings) {
        Await.until(() -> client.replace(frozen -> server.another(settings).thaw(client, frozen)));
    }
}
