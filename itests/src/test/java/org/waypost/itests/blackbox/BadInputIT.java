package org.waypost.itests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.waypost.itests.harness.Letter;
import org.waypost.itests.harness.Poll;
import org.waypost.itests.harness.Ports;
import org.waypost.itests.harness.RawSmtp;
import org.waypost.itests.harness.SharedSite;
import org.waypost.itests.harness.Site;
import org.waypost.itests.harness.SmtpReply;
import org.waypost.itests.harness.WaypostHome;

/**
 * Whatever a client does wrong, it gets the RFC's code with an enhanced status, the operator gets an
 * event, and session and server go on. Against a virtual server with small limits.
 */
@ExtendWith(SharedSite.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int MAX_RECIPIENTS = 3;
    private static final int MAX_ERRORS = 4;
    private static final int MAX_SIZE = 20_000;
    private static final String MAIL = "MAIL FROM:<a@client.test>";
    private static final String RCPT = "RCPT TO:<alice@example.com>";

    private final Site site;
    private int port;

    BadInputIT(Site site) {
        this.site = site;
    }

    @BeforeAll
    void strictVirtualServer() {
        port = Ports.free();
        site.virtualServer("strict", port, Map.of("maxRecipients", Integer.toString(MAX_RECIPIENTS),
                "maxErrors", Integer.toString(MAX_ERRORS), "maxMessageSize", Integer.toString(MAX_SIZE), "commandTimeout", "2"));
        Poll.until(SOON, "the strict virtual server listens", () -> WaypostHome.listens(port));
    }

    static List<Arguments> wrongCommands() {
        return List.of(
                wrong("too long", List.of(), "NOOP " + "x".repeat(5000), 500, "5.5.2"),
                wrong("RCPT before MAIL", List.of(), RCPT, 503, "5.5.1"),
                wrong("DATA before RCPT", List.of(MAIL), "DATA", 554, "5.5.1"),
                wrong("DATA before MAIL", List.of(), "DATA", 503, "5.5.1"),
                wrong("MAIL within a transaction", List.of(MAIL), MAIL, 503, "5.5.1"),
                wrong("unknown verb", List.of(), "XYZZY", 500, "5.5.1"),
                wrong("no path", List.of(), "MAIL FROM:a@client.test", 501, "5.5.4"),
                wrong("address without domain", List.of(), "MAIL FROM:<a>", 501, "5.5.4"),
                wrong("unknown parameter", List.of(), MAIL + " XYZZY=1", 555, "5.5.4"),
                wrong("non-ASCII sender without SMTPUTF8", List.of(), "MAIL FROM:<j\u00f6rg@client.test>", 553, "5.6.7"),
                wrong("non-ASCII recipient without SMTPUTF8", List.of(MAIL), "RCPT TO:<\u00e4lice@example.com>", 553, "5.6.7"),
                wrong("broken UTF-8", List.of(), "NOOP \u0000", 500, "5.5.2"),
                wrong("oversize by SIZE", List.of(), MAIL + " SIZE=" + (MAX_SIZE + 1), 552, "5.3.4"),
                wrong("chunk without size", List.of(MAIL, RCPT), "BDAT", 501, "5.5.4"),
                wrong("chunk of negative size", List.of(MAIL, RCPT), "BDAT -1 LAST", 501, "5.5.4"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongCommands")
    void aWrongCommandIsAnsweredAndTheSessionGoesOn(String name, List<String> before, String line, int code, String status)
            throws IOException {
        try (RawSmtp server = RawSmtp.hello(port)) {
            for (String command : before) {
                server.command(command).expect(250);
            }
            SmtpReply reply = server.command(line).expect(code, status);
            awaitEvent(reply);
            goesOn(server);
        }
    }

    @Test
    void tooManyRecipientsAreForALaterTransaction() throws IOException {
        try (RawSmtp server = RawSmtp.hello(port)) {
            server.command(MAIL).expect(250);
            for (int i = 0; i < MAX_RECIPIENTS; i++) {
                server.command("RCPT TO:<alice+" + i + "@example.com>").expect(250);
            }
            awaitEvent(server.command("RCPT TO:<bob@example.com>").expect(452, "4.5.3"));
            Letter letter = Letter.write();
            server.command("DATA").expect(354);
            server.raw(letter.data());
            server.reply().expect(250);
            site.home().maildir("alice").await(SOON, letter.token());
        }
    }

    @Test
    void oversizeByBytesIsRefusedAfterTheEnd() throws IOException {
        try (RawSmtp server = RawSmtp.hello(port)) {
            server.command(MAIL).expect(250);
            server.command(RCPT).expect(250);
            server.command("DATA").expect(354);
            server.raw(Letter.write(("x".repeat(70) + "\r\n").repeat(MAX_SIZE / 70)).data());
            awaitEvent(server.reply().expect(552, "5.3.4"));
            goesOn(server);
        }
    }

    @Test
    void oversizeChunkIsRefusedAndSkipped() throws IOException {
        try (RawSmtp server = RawSmtp.hello(port)) {
            server.command(MAIL).expect(250);
            server.command(RCPT).expect(250);
            server.raw("BDAT " + (MAX_SIZE + 1) + " LAST\r\n" + "x".repeat(MAX_SIZE + 1));
            awaitEvent(server.reply().expect(552, "5.3.4"));
            goesOn(server);
        }
    }

    @Test
    void bareLineEndsAreRefusedAndNeverEndTheData() throws IOException {
        for (String trick : List.of("\n.\n", "\r\n.\n", "\n.\r\n", "\r.\r", "\r.\r\n")) {
            Letter letter = Letter.write();
            try (RawSmtp server = RawSmtp.hello(port)) {
                server.command(MAIL).expect(250);
                server.command(RCPT).expect(250);
                server.command("DATA").expect(354);
                server.raw(letter.text() + "x" + trick + MAIL + "\r\n" + RCPT + "\r\nDATA\r\nsmuggled\r\n.\r\n");
                awaitEvent(server.reply().expect(550, "5.5.2"));
                goesOn(server);
            }
            assertEquals(0, site.home().maildir("alice").messages().stream()
                    .filter(message -> message.contains("smuggled") || message.contains(letter.token())).count());
        }
    }

    @Test
    void tooManyErrorsEndTheSession() throws IOException {
        try (RawSmtp server = RawSmtp.hello(port)) {
            SmtpReply reply = server.command("XYZZY");
            for (int i = 1; i < MAX_ERRORS; i++) {
                reply.expect(500);
                reply = server.command("XYZZY");
            }
            while (reply.code() != 421) {
                reply = server.reply();
            }
            awaitEvent(reply.expect(421, "4.7.0"));
            assertTrue(server.isClosedByServer());
        }
    }

    @Test
    void anIdleClientIsToldAndLeft() throws IOException {
        try (RawSmtp server = RawSmtp.hello(port)) {
            awaitEvent(server.reply().expect(421, "4.4.2"));
            assertTrue(server.isClosedByServer());
        }
    }

    @Test
    void theSecondClaimantOfAPortIsRefusedByName() throws IOException {
        site.virtualServer("claimant", port, Map.of());
        Poll.until(SOON, "an event names the claimant and the address", () -> site.home().events().lines()
                .anyMatch(line -> line.contains("claimant") && line.contains("strict") && line.contains(Integer.toString(port))));
        goesOn(port);
    }

    @Test
    void aWrongValueIsRefusedWithKeyAndRangeAndTheRestStarts() throws IOException {
        int goodPort = Ports.free();
        site.virtualServer("good", goodPort, Map.of());
        Poll.until(SOON, "the good virtual server listens", () -> WaypostHome.listens(goodPort));
        String answer = site.home().refusedShell("metabase:set /LM/SmtpSvc/good maxRecipients many");
        assertTrue(answer.contains("/LM/SmtpSvc/good") && answer.contains("maxRecipients") && answer.contains("many")
                && answer.contains("100000"), answer);
        goesOn(goodPort);
    }

    @Test
    void aWrongValueInARunningServerLeavesTheOldOne() throws IOException {
        site.home().configure("org.waypost.recipients", Map.of("subaddressSeparator", "@@@@"));
        Poll.until(SOON, "an event names pid, key and value", () -> site.home().events().lines()
                .anyMatch(line -> line.contains("org.waypost.recipients") && line.contains("subaddressSeparator") && line.contains("@@@@")));
        goesOn(port);
        site.home().unset("/LM/Recipients", "subaddressSeparator");
    }

    @Test
    void aStrayConfigurationFileIsNotRead() throws IOException {
        site.home().configureKaraf("org.waypost.queue", Map.of("expireAfter", "1s"));
        Poll.until(SOON, "an event names the file", () -> site.home().events().contains("org.waypost.queue.cfg"));
        goesOn(port);
    }

    private static Arguments wrong(String name, List<String> before, String line, int code, String status) {
        return Arguments.of(name, before, line, code, status);
    }

    private void awaitEvent(SmtpReply reply) {
        String text = reply.code() + " " + reply.lines().get(0);
        Poll.until(SOON, "an event with: " + text, () -> site.home().events().contains(text));
    }

    private void goesOn(int serverPort) throws IOException {
        try (RawSmtp server = RawSmtp.hello(serverPort)) {
            goesOn(server);
        }
    }

    private static void goesOn(RawSmtp server) throws IOException {
        server.command("RSET").expect(250);
        Letter.write().send(server, "a@client.test", "bob@example.com");
    }
}
