package org.waypost.itests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.itests.harness.Letter;
import org.waypost.itests.harness.Poll;
import org.waypost.itests.harness.RawSmtp;
import org.waypost.itests.harness.ScriptedSink;
import org.waypost.itests.harness.SharedSite;
import org.waypost.itests.harness.Site;
import org.waypost.itests.harness.SmtpSink;

/** Mail for other domains finds its way by the DNS; what cannot be delivered comes back. */
@ExtendWith(SharedSite.class)
class RemoteDeliveryIT {
    private static final Duration SOON = Duration.ofSeconds(15);

    private final Site site;

    @TempDir
    private Path folder;

    RemoteDeliveryIT(Site site) {
        this.site = site;
    }

    @Test
    void byMailExchanger() throws IOException {
        try (SmtpSink sink = SmtpSink.start(folder, site.remote(31))) {
            Letter letter = send("carol@one.test");
            String arrived = await(sink, letter);
            assertTrue(arrived.contains("X-Mail-Args: <alice@example.com>"), arrived);
            assertTrue(arrived.contains("X-Rcpt-Args: <carol@one.test>"), arrived);
            assertTrue(arrived.contains("by mail.waypost.test"), arrived);
        }
    }

    @Test
    void byAddressWhereThereIsNoExchanger() throws IOException {
        try (SmtpSink sink = SmtpSink.start(folder, site.remote(38))) {
            await(sink, send("carol@implicit.test"));
        }
    }

    @Test
    void byTheNextExchangerWhenTheFirstIsDead() throws IOException {
        try (SmtpSink sink = SmtpSink.start(folder, site.remote(37))) {
            await(sink, send("carol@backup.test"));
        }
    }

    @Test
    void byAnExchangerThatOnlyAnAnswerOverTcpNames() throws IOException {
        try (SmtpSink sink = SmtpSink.start(folder, site.remote(43))) {
            await(sink, send("carol@big.test"));
        }
    }

    @Test
    void exchangersOfEqualPreferenceShareTheLoad() throws IOException {
        Path other = folder.resolve("other");
        try (SmtpSink a = SmtpSink.start(folder, site.remote(41)); SmtpSink b = SmtpSink.start(other, site.remote(42))) {
            for (int i = 0; i < 16; i++) {
                send("carol@spread" + i + ".test");
            }
            Poll.until(SOON, "16 messages", () -> a.messages().size() + b.messages().size() == 16);
            assertFalse(a.messages().isEmpty(), "by chance once in 32768 runs");
            assertFalse(b.messages().isEmpty(), "by chance once in 32768 runs");
        }
    }

    @Test
    void aBusyServerIsTriedAgainAtTheConfiguredTimes() throws IOException {
        try (ScriptedSink sink = ScriptedSink.start(site.remote(34), (verb, argument, attempt) ->
                verb.equals("RCPT") && attempt <= 3 ? Optional.of("450 4.2.1 Busy") : Optional.empty())) {
            Letter letter = send("carol@soft.test");
            Poll.until(Duration.ofSeconds(30), "delivery", () -> !sink.messages().isEmpty());
            assertTrue(sink.messages().get(0).text().contains(letter.token()));
            List<Instant> attempts = sink.attempts();
            assertEquals(4, attempts.size());
            int last = Site.RETRY_SECONDS.length - 1;
            for (int i = 0; i < 3; i++) {
                assertInterval(Site.RETRY_SECONDS[Math.min(i, last)], Duration.between(attempts.get(i), attempts.get(i + 1)));
            }
        }
    }

    @Test
    void onlyTheRecipientThatWasPutOffIsTriedAgain() throws IOException {
        try (ScriptedSink sink = ScriptedSink.start(site.remote(34), (verb, argument, attempt) ->
                verb.equals("RCPT") && argument.contains("later@") && attempt <= 3 ? Optional.of("450 4.2.1 Busy") : Optional.empty())) {
            Letter letter = Letter.write();
            try (RawSmtp server = RawSmtp.hello(site.relayPort())) {
                server.command("MAIL FROM:<alice@example.com>").expect(250);
                for (String recipient : List.of("now", "later", "also-now")) {
                    server.command("RCPT TO:<" + recipient + "@soft.test>").expect(250);
                }
                server.command("DATA").expect(354);
                server.raw(letter.data());
                server.reply().expect(250);
            }
            Poll.until(Duration.ofSeconds(30), "two deliveries", () -> sink.messages().size() == 2);
            List<String> first = sink.messages().get(0).recipients();
            List<String> second = sink.messages().get(1).recipients();
            assertEquals(2, first.size(), first.toString());
            assertEquals(1, second.size(), second.toString());
            assertTrue(second.get(0).contains("later@soft.test"), second.toString());
        }
    }

    @Test
    void aRefusalComesBackAsNotification() throws IOException {
        try (SmtpSink sink = SmtpSink.start(folder, site.remote(35), "-f", "RCPT")) {
            Letter letter = send("carol@hard.test");
            String dsn = site.home().maildir("alice").await(SOON, letter.token());
            assertTrue(dsn.startsWith("Return-Path: <>"), dsn);
            assertMatches("(?i)Content-Type: multipart/report;.{0,100}report-type=\"?delivery-status", dsn);
            assertMatches("(?i)Content-Type: message/delivery-status", dsn);
            assertMatches("(?m)^Reporting-MTA: dns; ?mail\\.waypost\\.test", dsn);
            assertMatches("(?m)^Final-Recipient: rfc822; ?carol@hard\\.test", dsn);
            assertMatches("(?m)^Action: failed", dsn);
            assertMatches("(?m)^Status: 5\\.\\d+\\.\\d+", dsn);
            assertMatches("(?m)^Diagnostic-Code: smtp; ?5\\d\\d", dsn);
            assertMatches("(?m)^Remote-MTA: dns; ?mx\\.hard\\.test", dsn);
            assertTrue(sink.messages().isEmpty());
        }
    }

    @Test
    void aDomainThatTakesNoMailIsToldAtOnce() throws IOException {
        String dsn = site.home().maildir("alice").await(SOON, send("carol@null.test").token());
        assertMatches("(?m)^Status: 5\\.1\\.10", dsn);
    }

    @Test
    void aDomainThatDoesNotExistIsToldAtOnce() throws IOException {
        String dsn = site.home().maildir("alice").await(SOON, send("carol@missing.test").token());
        assertMatches("(?m)^Status: 5\\.\\d+\\.\\d+", dsn);
    }

    @Test
    void aLoopThroughOurselvesIsNotEntered() throws IOException {
        String dsn = site.home().maildir("alice").await(SOON, send("carol@loop.test").token());
        assertMatches("(?m)^Status: 5\\.4\\.6", dsn);
    }

    private Letter send(String recipient) throws IOException {
        Letter letter = Letter.write();
        letter.send(site.relayPort(), "alice@example.com", recipient);
        return letter;
    }

    private static String await(SmtpSink sink, Letter letter) {
        return Poll.value(SOON, letter.token() + " arrives",
                () -> sink.messages().stream().filter(text -> text.contains(letter.token())).findFirst());
    }

    private static void assertInterval(int seconds, Duration actual) {
        boolean inTime = actual.toMillis() >= seconds * 1000L - 200 && actual.toMillis() <= seconds * 1000L + 1500;
        assertTrue(inTime, actual + " instead of " + seconds + " s");
    }

    private static void assertMatches(String pattern, String text) {
        assertTrue(Pattern.compile(pattern, Pattern.DOTALL).matcher(text).find(), pattern + "\n" + text);
    }
}
