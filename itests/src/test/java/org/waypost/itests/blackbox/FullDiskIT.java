package org.waypost.itests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waypost.itests.harness.Letter;
import org.waypost.itests.harness.Poll;
import org.waypost.itests.harness.RawSmtp;
import org.waypost.itests.harness.ScriptedSink;
import org.waypost.itests.harness.Site;
import org.waypost.itests.harness.SmtpReply;
import org.waypost.itests.harness.TmpfsMount;

/**
 * The spool's disk is full: 452, nothing lost, and all is well when there is room again. On a small
 * file system of its own, which takes root.
 */
class FullDiskIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String BODY = ("x".repeat(998) + "\r\n").repeat(700);
    private static final int ATTEMPTS = 300;

    /**
     * @param reserveMebibytes 0: the disk is full to the last byte; else the configured reserve is reached first
     */
    @ParameterizedTest
    @CsvSource({"128, 0", "192, 64"})
    void answers452AndLosesNothing(int diskMebibytes, int reserveMebibytes) throws IOException {
        assumeTrue(TmpfsMount.isPossible(), "needs root to mount a small file system");
        try (Site site = Site.prepare("fulldisk-" + reserveMebibytes);
                TmpfsMount disk = TmpfsMount.on(site.home().folder().resolve("data/spool"), diskMebibytes)) {
            site.home().configure("org.waypost.spool", Map.of("reserve", Integer.toString(reserveMebibytes)));
            site.start();
            List<Letter> accepted = fill(site);
            assertFalse(accepted.isEmpty());
            try (ScriptedSink held = ScriptedSink.start(site.remote(33))) {
                Poll.until(SOON, "all accepted messages arrive", () -> held.messages().size() >= accepted.size());
                List<String> headers = held.messages().stream().map(message -> message.text().split("\r?\n\r?\n", 2)[0]).toList();
                for (Letter letter : accepted) {
                    assertEquals(1, headers.stream().filter(header -> header.contains(letter.token())).count());
                }
                Poll.until(SOON, "mail is taken again", () -> tryToSend(site, Letter.write(BODY)).code() == 250);
            }
            site.home().close();
        }
    }

    /** Sends to a host that is dead until the disk is full. */
    private static List<Letter> fill(Site site) throws IOException {
        List<Letter> accepted = new ArrayList<>();
        for (int i = 0; i < ATTEMPTS; i++) {
            Letter letter = Letter.write(BODY);
            SmtpReply reply = tryToSend(site, letter);
            if (reply.code() != 250) {
                reply.expect(452, "4.3.1");
                assertTrue(tryToSend(site, Letter.write(BODY)).code() == 452, "and again on another connection");
                return accepted;
            }
            accepted.add(letter);
        }
        throw new AssertionError(ATTEMPTS + " messages fit on the disk");
    }

    /** Tries one message, and checks that a refusal leaves the session as it was. */
    private static SmtpReply tryToSend(Site site, Letter letter) throws IOException {
        try (RawSmtp server = RawSmtp.hello(site.relayPort())) {
            SmtpReply reply = server.command("MAIL FROM:<alice@example.com>");
            if (reply.code() == 250) {
                server.command("RCPT TO:<x@held.test>").expect(250);
                server.command("DATA").expect(354);
                server.raw(letter.data());
                reply = server.reply();
            }
            server.command("QUIT").expect(221);
            return reply;
        }
    }
}
