package org.waypost.smtp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.waypost.connection.Connection;
import org.waypost.connection.ListenerStatus;
import org.waypost.mail.Address;
import org.waypost.mail.BodyType;
import org.waypost.mail.Message;
import org.waypost.mail.Notify;
import org.waypost.mail.Recipient;
import org.waypost.mail.Reply;
import org.waypost.mail.ReturnContent;
import org.waypost.recipient.Resolution;
import org.waypost.smtp.SmtpVerb;
import org.waypost.smtp.server.event.SmtpEvent;
import org.waypost.spool.StoredMessage;
import org.waypost.testkit.connection.MemoryConnection;

/** What a transcript cannot show. */
class SessionTest {
    private static final String TO_ALICE = "MAIL FROM:<s@remote.example>\r\nRCPT TO:<alice@example.com>\r\n";

    @Test
    void storesTheWholeEnvelope() {
        TestServer server = new TestServer(TestSettings.standard());
        MemoryConnection client = server.greeted();
        client.feed("MAIL FROM:<s@remote.example> BODY=8BITMIME RET=FULL ENVID=QQ+2B1\r\n"
                + "RCPT TO:<alice@example.com> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;a+2Bl@old.example\r\nRCPT TO:<postmaster>\r\n"
                + "DATA\r\nx\r\n.\r\n");
        StoredMessage stored = server.messages().get(0);
        Message message = stored.message();
        assertEquals(Optional.of(Address.of("s@remote.example")), message.sender());
        assertEquals(BodyType.EIGHT_BIT_MIME, message.body());
        assertEquals(Optional.of(ReturnContent.FULL), message.returnContent());
        assertEquals(Optional.of("QQ+1"), message.envelopeId());
        assertEquals("192.0.2.7:40000", message.origin().remoteAddress());
        assertEquals("default", message.origin().virtualServer());
        assertEquals(server.clock.instant(), message.arrived());
        assertEquals(server.content(stored).length(), message.size());
        Recipient first = stored.recipients().get(0);
        assertEquals(Set.of(Notify.SUCCESS, Notify.FAILURE), first.notifyOn());
        assertEquals(Optional.of("rfc822;a+l@old.example"), first.original());
        assertEquals(new Address("postmaster", ""), stored.recipients().get(1).address());
        assertTrue(client.take().endsWith(message.id() + " queued\r\n"));
    }

    @Test
    void beginsWithATraceField() {
        TestServer server = new TestServer(TestSettings.tls(true));
        MemoryConnection client = server.greeted();
        client.feed("STARTTLS\r\nMAIL FROM:<injected@remote.example>\r\n");
        assertEquals("220 2.0.0 Ready to start TLS\r\n", client.take());
        client.feed("EHLO client.example\r\n");
        assertFalse(client.take().contains("STARTTLS"));
        client.feed(TO_ALICE + "DATA\r\nx\r\n.\r\n");
        StoredMessage stored = server.messages().get(0);
        String head = server.content(stored).replaceAll("\\s+", " ");
        assertTrue(head.startsWith("Received: from client.example ([192.0.2.7]) by mail.example.com with ESMTPS id "
                + stored.message().id() + " for <alice@example.com> tls TLS_AES_256_GCM_SHA384; "), head);
        assertEquals("x\r\n", server.sent(stored));
    }

    @Test
    void mendsBareLineEndsWhenToldTo() {
        TestServer server = new TestServer(TestSettings.mending());
        MemoryConnection client = server.greeted();
        client.feed("NOOP\n" + TO_ALICE + "DATA\r\na\n.\nb\rc\r\n.\r\n");
        assertEquals("a\r\n.\r\nb\r\nc\r\n", server.sent(server.messages().get(0)));
    }

    @Test
    void idlePeersAreSentAway() {
        for (String before : List.of("", TO_ALICE, TO_ALICE + "DATA\r\nhalf", TO_ALICE + "BDAT 10\r\nhalf")) {
            TestServer server = new TestServer(TestSettings.standard());
            MemoryConnection client = server.greeted();
            client.feed(before);
            client.take();
            client.timeOut();
            assertEquals("421 4.4.2 mail.example.com Timeout, closing connection\r\n", client.take());
            assertTrue(client.isClosed());
            assertEquals(List.of(SmtpEvent.SESSION_ENDED), server.events.types());
            assertEquals(0, server.memory.held());
        }
    }

    @Test
    void shutdownWaitsForTheTransaction() {
        TestServer server = new TestServer(TestSettings.standard());
        MemoryConnection idle = server.greeted();
        idle.signal(Connection.SHUTDOWN);
        assertTrue(idle.take().startsWith("421 4.3.2 "));
        MemoryConnection busy = server.greeted();
        busy.feed(TO_ALICE + "DATA\r\n");
        busy.signal(Connection.SHUTDOWN);
        busy.take();
        busy.feed("x\r\n.\r\n");
        assertTrue(busy.take().matches("250 2.0.0 \\w+ queued\r\n421 4.3.2 [^\r]*\r\n"));
        assertEquals(1, server.messages().size());
    }

    @Test
    void aFullDiskIsATemporaryFault() {
        for (int above : new int[] {262_144, 0}) {
            TestServer server = new TestServer(TestSettings.limits(TestSettings.streaming(above)));
            MemoryConnection client = server.greeted();
            server.stored.full(true);
            client.feed(TO_ALICE + "DATA\r\nx\r\n.\r\n" + TO_ALICE + "BDAT 2\r\nhiBDAT 2 LAST\r\nho");
            String answers = client.take();
            assertEquals(above == 0 ? 3 : 2, answers.split("452 4.3.1", -1).length - 1, answers);
            server.stored.full(false);
            client.feed("RSET\r\n" + TO_ALICE + "DATA\r\nx\r\n.\r\n");
            assertTrue(client.take().endsWith(" queued\r\n"));
            assertEquals(1, server.messages().size());
            assertEquals(1, server.stored.contents());
            assertEquals(0, server.memory.held());
        }
    }

    @Test
    void aSlowResolverHoldsNoThread() {
        TestServer server = new TestServer(TestSettings.standard());
        CompletableFuture<Resolution> answer = new CompletableFuture<>();
        server.resolver.bind(address -> answer);
        MemoryConnection client = server.greeted();
        client.feed("MAIL FROM:<>\r\nRCPT TO:<alice@example.com>\r\nNOOP\r\n");
        assertEquals("250 2.1.0 Sender OK\r\n", client.take());
        assertFalse(client.replace(frozen -> server.server.thaw(client, frozen)), "not at rest while it waits");
        answer.complete(new Resolution.Mailbox("alice"));
        assertEquals("250 2.1.5 Recipient OK\r\n250 2.0.0 OK\r\n", client.take());
    }

    @Test
    void relaysForThoseItIsToldTo() {
        TestServer server = new TestServer(TestSettings.relay(Set.of("example.com"), Set.of("friend.example"), "198.51.100.0/24"));
        MemoryConnection stranger = server.greeted();
        stranger.feed("MAIL FROM:<>\r\nRCPT TO:<x@friend.example>\r\nRCPT TO:<x@enemy.example>\r\nRCPT TO:<postmaster@[127.0.0.1]>\r\n");
        assertEquals("250 2.1.0 Sender OK\r\n250 2.1.5 Recipient OK\r\n550 5.7.1 Relaying denied\r\n250 2.1.5 Recipient OK\r\n",
                stranger.take());
        server.server.settings(TestSettings.relay(Set.of("example.com"), Set.of(), "192.0.2.0/29"));
        stranger.feed("RCPT TO:<x@enemy.example>\r\nRCPT TO:<nobody@example.com>\r\n");
        assertEquals("250 2.1.5 Recipient OK\r\n550 5.1.1 No such user here\r\n", stranger.take());
    }

    @Test
    void littleMemoryMeansStreaming() {
        TestServer server = new TestServer(TestSettings.standard());
        server.memory.bound(0);
        MemoryConnection client = server.greeted();
        client.feed(TO_ALICE + "DATA\r\n");
        client.feed("x\r\n".repeat(5000));
        assertEquals(1, server.stored.contents());
        assertEquals(0, server.memory.held());
        client.feed(".\r\n");
        assertEquals("x\r\n".repeat(5000), server.sent(server.messages().get(0)));
    }

    @Test
    void aLostPeerLeavesNothing() {
        TestServer server = new TestServer(TestSettings.limits(TestSettings.streaming(10)));
        MemoryConnection client = server.greeted();
        client.feed(TO_ALICE + "DATA\r\nmore than ten octets\r\n");
        assertEquals(1, server.stored.contents());
        client.drop();
        assertEquals(0, server.stored.contents());
        assertEquals(0, server.memory.held());
    }

    @Test
    void contributedVerbsAreOfferedAtEhlo() {
        TestServer server = new TestServer(TestSettings.standard());
        MemoryConnection before = server.greeted();
        Echo echo = new Echo();
        server.verbs.bind(echo);
        before.feed("X-ECHO hi\r\n");
        assertTrue(before.take().startsWith("500 5.5.1 "));
        MemoryConnection client = server.client();
        client.feed("EHLO client.example\r\nX-ECHO hi\r\nMAIL FROM:<>\r\nX-ECHO hi\r\nRSET\r\n");
        String answers = client.take();
        assertTrue(answers.contains("250 X-ECHO\r\n250 2.0.0 default 192.0.2.7 hi\r\n"), answers);
        assertTrue(answers.contains("503 5.5.1 Not in the middle of a transaction\r\n"), answers);
        server.verbs.unbind(echo);
        client.feed("X-ECHO hi\r\n");
        assertTrue(client.take().startsWith("451 4.3.0 "), "its provider is being replaced");
    }

    @Test
    void aDisturbedListenerIsReported() {
        TestServer server = new TestServer(TestSettings.standard());
        server.server.listenerChanged(new ListenerStatus("default", ListenerStatus.State.STARTED, List.of(), 0,
                List.of("Address in use."), List.of("Certificate reloaded.")));
        assertEquals(List.of(SmtpEvent.LISTENER_PROBLEM, SmtpEvent.LISTENER_NOTICE), server.events.types());
        assertEquals("default|Address in use.|", server.events.texts().get(0));
    }

    @Test
    void refusalsAreReportedAndAcceptedMailIsNot() {
        TestServer server = new TestServer(TestSettings.standard());
        MemoryConnection client = server.greeted();
        client.feed(TO_ALICE + "DATA\r\nx\r\n.\r\n");
        assertEquals(List.of(), server.events.types());
        client.feed("BO\tGUS\r\nMAIL FROM:<>\r\nRCPT TO:<nobody@example.com>\r\nRCPT TO:<bob@example.com>\r\nDATA\r\na\nb\r\n.\r\n");
        assertEquals(List.of(SmtpEvent.COMMAND_REFUSED, SmtpEvent.COMMAND_REFUSED, SmtpEvent.MESSAGE_REFUSED),
                server.events.types());
        assertTrue(server.events.texts().get(0).contains("|BO?GUS|500 5.5.2 "), server.events.texts().get(0));
    }

    private static final class Echo implements SmtpVerb {
        @Override
        public String verb() {
            return "X-ECHO";
        }

        @Override
        public Optional<String> keyword() {
            return Optional.of("X-ECHO");
        }

        @Override
        public Set<Requirement> requires() {
            return Set.of(Requirement.HELLO, Requirement.NO_TRANSACTION);
        }

        @Override
        public CompletionStage<Reply> handle(Request request) {
            String text = request.virtualServer() + " " + request.remoteAddress() + " " + request.argument();
            return CompletableFuture.completedFuture(Reply.of(250, "2.0.0", text));
        }
    }
}
