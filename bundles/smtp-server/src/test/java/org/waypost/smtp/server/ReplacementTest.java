package org.waypost.smtp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waypost.connection.Connection;
import org.waypost.connection.FrozenConversation;
import org.waypost.mail.Message;
import org.waypost.smtp.server.settings.ServerSettings;
import org.waypost.spool.StoredMessage;
import org.waypost.testkit.connection.MemoryConnection;

/** A conversation goes on in another instance, wherever it was. */
class ReplacementTest {
    private static final String SESSION = String.join("\r\n",
            "EHLO client.example",
            "MAIL FROM:<s@remote.example> BODY=8BITMIME RET=HDRS ENVID=e1",
            "RCPT TO:<alice@example.com> NOTIFY=SUCCESS,DELAY ORCPT=rfc822;old@example.net",
            "RCPT TO:<nobody@example.com>",
            "RCPT TO:<bob@example.com>",
            "DATA",
            "Received: from x by y; now",
            "Subject: one",
            "",
            "..stuffed",
            "text",
            ".",
            "NOSUCH",
            "MAIL FROM:<>",
            "RCPT TO:<alice@example.com>",
            "BDAT 12",
            "Subject: b\r\nBDAT 5",
            "\n.\r\n\0BDAT 3 LAST",
            "e\r\nBDAT 4",
            "QUITMAIL FROM:<s@remote.example>",
            "RCPT TO:<bob@example.com>",
            "DATA",
            "bare\nLF",
            ".",
            "STARTTLS",
            "");
    private static final String SECURED = String.join("\r\n",
            "EHLO client.example",
            "MAIL FROM:<s@remote.example>",
            "RCPT TO:<alice@example.com>",
            "BDAT 60",
            "z".repeat(60) + "BDAT 2 LAST",
            "okQUIT",
            "");

    @Test
    void atEveryByteOfASession() {
        Run expected = run(TestSettings.tls(false), Integer.MAX_VALUE);
        assertEquals(2, expected.contents().stream().filter(c -> !c.contains("zz")).count());
        assertEquals(3, expected.contents().size());
        assertTrue(expected.transcript().endsWith("221 2.0.0 Bye\r\n"), expected.transcript());
        for (int at = 0; at <= SESSION.length() + SECURED.length(); at++) {
            assertEquals(expected, run(TestSettings.tls(false), at), "frozen before byte " + at);
        }
    }

    @Test
    void afterEveryByteOfAStreamedSession() {
        Run expected = run(TestSettings.tls(false), Integer.MAX_VALUE);
        assertEquals(expected, run(streamed(), -1));
        assertEquals(expected, run(TestSettings.tls(false), -1));
    }

    @Test
    void aLongMessageIsStreamedAcrossAReplacement() {
        TestServer server = new TestServer(TestSettings.standard());
        MemoryConnection client = server.greeted();
        client.feed("MAIL FROM:<s@remote.example>\r\nRCPT TO:<alice@example.com>\r\nDATA\r\n");
        String line = "0123456789".repeat(7) + "\r\n";
        for (int i = 0; i < 10_000; i++) {
            client.feed(line);
            if (i % 1000 == 999) {
                assertTrue(client.replace(frozen -> server.another(TestSettings.standard()).thaw(client, frozen)));
                assertTrue(server.memory.held() <= 262_144, "held " + server.memory.held());
            }
        }
        client.feed(".\r\n");
        assertTrue(client.take().endsWith(" queued\r\n"));
        assertEquals(line.repeat(10_000), server.sent(server.messages().get(0)));
        assertEquals(0, server.memory.held());
    }

    @Test
    void aShutdownIsRememberedOverAReplacement() {
        TestServer server = new TestServer(TestSettings.standard());
        MemoryConnection client = server.greeted();
        client.feed("MAIL FROM:<>\r\n");
        client.signal(Connection.SHUTDOWN);
        client.replace(frozen -> server.another(TestSettings.standard()).thaw(client, frozen));
        client.take();
        client.feed("RSET\r\n");
        assertEquals("250 2.0.0 OK\r\n421 4.3.2 mail.example.com Service shutting down, try again later\r\n", client.take());
        assertTrue(client.isClosed());
    }

    @Test
    void whatIsNotOursIsRefused() {
        TestServer server = new TestServer(TestSettings.standard());
        MemoryConnection client = server.client();
        for (FrozenConversation strange : List.of(new FrozenConversation("smtp", 2, Map.of()),
                new FrozenConversation("http", 1, Map.of()), new FrozenConversation("smtp", 1, Map.of()),
                new FrozenConversation("smtp", 1, Map.of("verbs", "x")))) {
            assertThrows(IllegalArgumentException.class, () -> server.server.thaw(client, strange));
        }
    }

    private static ServerSettings streamed() {
        ServerSettings tls = TestSettings.tls(false);
        return new ServerSettings(tls.name(), tls.hostName(), tls.bindings(), 1000, 1000, false, tls.tls(), tls.relay(), TestSettings.AUTHENTICATION,
                TestSettings.streaming(0));
    }

    /** @param frozenAt before which byte; -1: before each */
    private static Run run(ServerSettings settings, int frozenAt) {
        TestServer server = new TestServer(settings);
        MemoryConnection client = server.connection();
        client.start(server.server::open);
        byte[] bytes = (SESSION + SECURED).getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < bytes.length; i++) {
            if (frozenAt == i || frozenAt == -1) {
                assertTrue(client.replace(frozen -> server.another(settings).thaw(client, frozen)), "at rest before byte " + i);
            }
            client.feed(new byte[] {bytes[i]});
        }
        assertEquals(0, server.memory.held(), "memory for contents");
        assertEquals(server.messages().size(), server.stored.contents(), "contents without a message");
        List<String> contents = new ArrayList<>();
        List<Object> envelopes = new ArrayList<>();
        for (StoredMessage message : server.messages()) {
            contents.add(server.content(message));
            Message m = message.message();
            envelopes.add(List.of(m, message.recipients()));
        }
        return new Run(new String(client.output(), StandardCharsets.ISO_8859_1), contents, envelopes);
    }

    private record Run(String transcript, List<String> contents, List<Object> envelopes) {}
}
