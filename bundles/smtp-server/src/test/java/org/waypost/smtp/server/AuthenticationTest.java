package org.waypost.smtp.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.waypost.authentication.Authentication;
import org.waypost.connection.Want;
import org.waypost.directory.DirectoryAwayException;
import org.waypost.recipient.Resolution;
import org.waypost.smtp.server.event.SmtpEvent;
import org.waypost.smtp.server.settings.AuthenticationRules.Need;
import org.waypost.smtp.server.settings.ServerSettings;
import org.waypost.spool.StoredMessage;
import org.waypost.testkit.connection.MemoryConnection;

/** What a transcript of AUTH and of submission cannot show. */
class AuthenticationTest {
    private static final ServerSettings OPTIONAL = TestSettings.authentication(Need.OPTIONAL, false, Duration.ZERO);
    private static final ServerSettings SUBMISSION = TestSettings.authentication(Need.OPTIONAL, true, Duration.ZERO);
    private static final ServerSettings DELAYED = TestSettings.authentication(Need.OPTIONAL, false, Duration.ofSeconds(2));
    private static final String GOOD = base64("\0alice\0sesame");
    private static final String BAD = base64("\0alice\0wrong");
    private static final String TO_ALICE = "MAIL FROM:<alice@example.com>\r\nRCPT TO:<alice@example.com>\r\n";

    @Test
    void isOfferedOnlyWhereItCanBeUsed() {
        assertTrue(ehlo(new TestServer(OPTIONAL), true).contains("AUTH"));
        assertFalse(ehlo(new TestServer(OPTIONAL), false).contains("AUTH"));
        assertFalse(ehlo(new TestServer(TestSettings.authentication(Need.OFF, false, Duration.ZERO)), true).contains("AUTH"));
        for (ServerSettings settings : List.of(OPTIONAL, SUBMISSION)) {
            TestServer server = new TestServer(settings);
            server.authenticator.unbind(server.passwords);
            assertEquals(settings == SUBMISSION, ehlo(server, true).contains("AUTH"));
            MemoryConnection client = server.secured();
            client.feed("AUTH LOGIN\r\n");
            assertTrue(client.take().startsWith(settings == SUBMISSION ? "334 " : "502 5.5.1 "));
        }
    }

    @Test
    void isOfferedWhileWhoKnowsIsReplaced() {
        TestServer server = new TestServer(OPTIONAL);
        assertTrue(ehlo(server, true).contains("AUTH"));
        server.authenticator.unbind(server.passwords);
        assertTrue(ehlo(server, true).contains("AUTH"));
        server.clock.advance(Duration.ofMinutes(2));
        assertFalse(ehlo(server, true).contains("AUTH"));
    }

    @Test
    void thePasswordIsWipedAndNeverLogged() {
        TestServer server = new TestServer(OPTIONAL);
        MemoryConnection client = server.secured();
        client.feed("AUTH PLAIN " + BAD + "\r\nAUTH PLAIN " + GOOD + "x\r\nAUTH PLAIN " + GOOD + "\r\nAUTH PLAIN " + GOOD + "\r\n");
        assertEquals(List.of("535", "501", "235", "503"), client.take().lines().map(line -> line.substring(0, 3)).toList());
        server.passwords.given.forEach(password -> assertArrayEquals(new char[password.length], password));
        assertEquals(2, server.passwords.given.size());
        assertTrue(server.events.types().contains(SmtpEvent.AUTHENTICATION_FAILED));
        assertFalse(server.events.texts().toString().contains("AGFsaWNl"), server.events.texts().toString());
    }

    @Test
    void aSlowCheckHoldsNoThreadAndAFailedOneIsTemporary() {
        TestServer server = new TestServer(OPTIONAL);
        CompletableFuture<Authentication> answer = new CompletableFuture<>();
        server.authenticator.bind((user, password) -> answer);
        MemoryConnection client = server.secured();
        client.feed("AUTH PLAIN " + GOOD + "\r\n");
        assertEquals("", client.take());
        answer.completeExceptionally(new IllegalStateException("broken"));
        assertTrue(client.take().startsWith("454 4.7.0 "));
        assertTrue(server.events.types().contains(SmtpEvent.AUTHENTICATION_UNAVAILABLE));
    }

    @Test
    void failuresAreAnsweredAfterAPauseAlsoAcrossAReplacement() {
        TestServer server = new TestServer(DELAYED);
        MemoryConnection client = server.secured();
        for (int i = 0; i < 3; i++) {
            client.feed("AUTH PLAIN " + BAD + "\r\nNOOP\r\n");
            assertEquals("", client.take());
            assertEquals(new Want.Pause(Duration.ofSeconds(2)), client.want().orElseThrow());
            replace(server, client, DELAYED);
            client.timeOut();
            assertEquals("535 5.7.8 Authentication credentials invalid\r\n250 2.0.0 OK\r\n", client.take());
        }
        client.feed("AUTH PLAIN " + base64("\0bob\0x") + "\r\n");
        client.timeOut();
        client.take();
        client.feed("AUTH PLAIN " + base64("\0bob\0x") + "\r\n");
        replace(server, client, DELAYED);
        client.timeOut();
        assertEquals("421 4.7.0 mail.example.com Too many authentication failures, closing connection\r\n", client.take());
        assertTrue(client.isClosed());
    }

    @Test
    void everyByteOfAnExchangeMayBeFollowedByAReplacement() {
        String session = "AUTH LOGIN\r\n" + base64("alice") + "\r\n*\r\nAUTH PLAIN\r\n" + BAD + "\r\nAUTH LOGIN " + base64("alice") + "\r\n"
                + base64("sesame") + "\r\nAUTH PLAIN\r\n" + TO_ALICE + "DATA\r\nSubject: x\r\n\r\nbody\r\n.\r\n"
                + "MAIL FROM:<alice.smith@example.com>\r\nRCPT TO:<x@elsewhere.example>\r\nBDAT 11\r\nSubject: x\rBDAT 7 LAST\r\n\n\r\nbodyQUIT\r\n";
        for (int above : new int[] {0, 262_144}) {
            ServerSettings settings = TestSettings.authentication(SUBMISSION.authentication(), TestSettings.streaming(above));
            String expected = run(settings, session, false);
            assertTrue(expected.contains("235 2.7.0 ") && expected.endsWith("221 2.0.0 Bye\r\n" + "2 messages"), expected);
            assertEquals(expected, run(settings, session, true));
        }
    }

    @Test
    void aPasswordIsNotFrozen() {
        TestServer server = new TestServer(OPTIONAL);
        MemoryConnection client = server.secured();
        server.authenticator.unbind(server.passwords);
        client.feed("AUTH LOGIN " + base64("alice") + "\r\n");
        assertFalse(frozen(server, client).contains("sesame"));
        client.feed(base64("sesame") + "\r\n");
        Await.until(() -> client.want().filter(Want.Pause.class::isInstance).isPresent());
        assertFalse(frozen(server, client).contains("sesame") || frozen(server, client).contains(base64("sesame")));
        client.take();
        server.authenticator.bind(server.passwords);
        client.timeOut();
        Await.until(() -> client.want().filter(Want.Line.class::isInstance).isPresent());
        assertTrue(client.take().startsWith("454 4.7.0 "), "what was lost is asked for anew");
        client.feed("AUTH PLAIN " + GOOD + "\r\n");
        assertTrue(client.take().startsWith("235 2.7.0 "));
    }

    @Test
    void whoKnowsIsWaitedFor() {
        TestServer server = new TestServer(OPTIONAL);
        MemoryConnection client = server.secured();
        server.authenticator.unbind(server.passwords);
        client.feed("AUTH PLAIN " + GOOD + "\r\n");
        Await.until(() -> client.want().filter(Want.Pause.class::isInstance).isPresent());
        server.authenticator.bind(server.passwords);
        client.timeOut();
        Await.until(() -> client.want().filter(Want.Line.class::isInstance).isPresent());
        assertTrue(client.take().startsWith("235 2.7.0 "));
    }

    @Test
    void aResponseThatIsTooLongEndsTheExchange() {
        TestServer server = new TestServer(OPTIONAL);
        MemoryConnection client = server.secured();
        client.feed("AUTH PLAIN\r\n" + "A".repeat(12_287) + "\r\nNOOP\r\n");
        assertEquals("334 \r\n500 5.5.6 Authentication response is too long\r\n250 2.0.0 OK\r\n", client.take());
    }

    /** Whatever comes in an exchange: an answer to each line, and the session goes on or ends. */
    @Test
    void noResponseIsTooOdd() {
        Random random = new Random(4616);
        for (int round = 0; round < 500; round++) {
            TestServer server = new TestServer(OPTIONAL);
            MemoryConnection client = server.secured();
            client.feed(random.nextBoolean() ? "AUTH PLAIN\r\n" : "AUTH LOGIN\r\n");
            assertTrue(client.take().startsWith("334 "));
            byte[] message = new byte[random.nextInt(9)];
            random.nextBytes(message);
            message = random.nextBoolean() ? message : Base64.getEncoder().encode(message);
            client.feed((new String(message, StandardCharsets.ISO_8859_1) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            assertTrue(client.take().matches("(?s)(334|5\\d\\d) .*"), Arrays.toString(message));
            client.feed("\r\nNOOP\r\n");
            assertTrue(client.take().endsWith("250 2.0.0 OK\r\n") || client.isClosed(), Arrays.toString(message));
        }
    }

    @Test
    void theUserIsOnRecordAndHeadersAreCompleted() {
        for (int above : new int[] {0, 262_144}) {
            TestServer server = new TestServer(TestSettings.authentication(SUBMISSION.authentication(), TestSettings.streaming(above)));
            MemoryConnection client = server.secured();
            String body = "0123456789\r\n".repeat(40_000);
            client.feed("AUTH PLAIN " + GOOD + "\r\n" + TO_ALICE + "DATA\r\nSubject: x\r\n\r\n" + body + ".\r\n");
            StoredMessage stored = server.messages().get(0);
            assertEquals("alice", stored.message().origin().user());
            assertEquals("ESMTPSA", stored.message().origin().protocol());
            String content = server.content(stored);
            assertTrue(content.contains(" with ESMTPSA id "), content.substring(0, 300));
            String id = "<" + stored.message().id() + "." + server.clock.instant().toEpochMilli() + "@mail.example.com>";
            assertTrue(content.endsWith("\r\nSubject: x\r\nDate: Thu, 01 Jan 2026 00:00:00 +0000\r\nMessage-ID: " + id
                    + "\r\n\r\n" + body), content.substring(0, 400));
            assertEquals(content.length(), stored.message().size());
            assertEquals(0, server.memory.held());
        }
    }

    @Test
    void anOrdinaryServerAddsNothing() {
        TestServer server = new TestServer(OPTIONAL);
        MemoryConnection client = server.secured();
        client.feed("AUTH PLAIN " + GOOD + "\r\n" + TO_ALICE + "DATA\r\nSubject: x\r\n\r\n.\r\n");
        assertEquals("Subject: x\r\n\r\n", server.sent(server.messages().get(0)));
    }

    @Test
    void sharedDomainsAreTakenAndADirectoryThatIsAwayIsTemporary() {
        TestServer server = new TestServer(OPTIONAL);
        MemoryConnection client = server.greeted();
        server.resolver.bind(address -> CompletableFuture.completedStage(new Resolution.Shared()));
        client.feed("MAIL FROM:<>\r\nRCPT TO:<x@shared.example>\r\n");
        assertTrue(client.take().endsWith("250 2.1.5 Recipient OK\r\n"));
        server.resolver.bind(address -> CompletableFuture.failedStage(new DirectoryAwayException("no server answers")));
        client.feed("RCPT TO:<y@shared.example>\r\n");
        assertEquals("451 4.4.3 Directory is not available, try again later\r\n", client.take());
        assertTrue(server.events.types().contains(SmtpEvent.COMMAND_FAILED));
    }

    private static String run(ServerSettings settings, String session, boolean replaced) {
        TestServer server = new TestServer(settings);
        MemoryConnection client = server.secured();
        StringBuilder answers = new StringBuilder();
        for (byte b : session.getBytes(StandardCharsets.ISO_8859_1)) {
            client.feed(new byte[] {b});
            if (replaced && !client.isClosed()) {
                replace(server, client, settings);
            }
        }
        answers.append(client.take());
        assertEquals(0, server.memory.held());
        assertEquals(server.messages().size(), server.stored.contents());
        server.messages().forEach(message -> assertTrue(Arrays.asList(server.content(message).split("\r\n"))
                .containsAll(List.of("Date: Thu, 01 Jan 2026 00:00:00 +0000", "Subject: x", "body")), server.content(message)));
        return answers.append(server.messages().size()).append(" messages").toString();
    }

    private static void replace(TestServer server, MemoryConnection client, ServerSettings settings) {
        assertTrue(client.replace(frozen -> server.another(settings).thaw(client, frozen)));
    }

    private static String frozen(TestServer server, MemoryConnection client) {
        StringBuilder text = new StringBuilder();
        client.replace(frozen -> {
            text.append(text(frozen.data()));
            return server.another(OPTIONAL).thaw(client, frozen);
        });
        return text.toString();
    }

    private static String text(Object value) {
        if (value instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        } else if (value instanceof Map<?, ?> map) {
            return text(List.copyOf(map.values()));
        } else if (value instanceof List<?> list) {
            return String.join(" ", list.stream().map(AuthenticationTest::text).toList());
        }
        return String.valueOf(value);
    }

    private static String ehlo(TestServer server, boolean secured) {
        MemoryConnection client = secured ? server.connection().secured() : server.connection();
        client.start(server.server::open);
        client.feed("EHLO client.example\r\n");
        return client.take();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
