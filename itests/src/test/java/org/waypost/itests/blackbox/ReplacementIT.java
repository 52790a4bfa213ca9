package org.waypost.itests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.waypost.itests.harness.BundleVariant;
import org.waypost.itests.harness.Checkout;
import org.waypost.itests.harness.Letter;
import org.waypost.itests.harness.RawSmtp;
import org.waypost.itests.harness.Site;
import org.waypost.itests.harness.SmtpReply;

/**
 * {@code smtp-server} is replaced, twice, while connections are in every situation of a conversation;
 * each goes on as if nothing had happened, and is answered by the newest code.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplacementIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String OLD_WORDS = "Bye";
    private static final String BODY = ("..dots\r\n.\r\n" + "x".repeat(60) + "\r\n").repeat(20);
    private static final String LARGE_BODY = ("y".repeat(998) + "\r\n").repeat(700);
    private static final String END = "\r\n.\r\n";

    private Site site;

    /** Something that is done on an open connection. */
    private interface Action {
        void on(RawSmtp server, Letter letter) throws IOException;
    }

    /**
     * @param name in words
     * @param before brings the connection into the situation
     * @param after finishes the transaction, up to the last byte before its reply
     */
    private record Situation(String name, boolean secured, Letter letter, Action before, Action after) {}

    @BeforeAll
    void start() {
        site = Site.prepare("replacement").start();
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @TestFactory
    List<DynamicTest> connectionsInEverySituation() throws IOException {
        List<Situation> situations = situations();
        List<RawSmtp> connections = new ArrayList<>();
        for (Situation situation : situations) {
            connections.add(begin(situation));
        }
        replace("2");
        replace("3");
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < situations.size(); i++) {
            Situation situation = situations.get(i);
            RawSmtp connection = connections.get(i);
            tests.add(DynamicTest.dynamicTest(situation.name, () -> finish(situation, connection)));
        }
        return tests;
    }

    private static List<Situation> situations() {
        List<Situation> all = new ArrayList<>();
        for (boolean secured : new boolean[] {false, true}) {
            String where = secured ? " under TLS" : "";
            all.add(situation("after EHLO" + where, secured, BODY, (s, l) -> {}, (s, l) -> l.send(s, "a@client.test", "alice@example.com")));
            all.add(situation("between commands" + where, secured, BODY, ReplacementIT::mail, (s, l) -> {
                recipientAndData(s);
                s.raw(l.data());
            }));
            all.add(situation("inside a command line" + where, secured, BODY, (s, l) -> {
                mail(s, l);
                s.raw("RCPT TO:<ali");
            }, (s, l) -> {
                s.raw("ce@example.com>\r\n");
                s.reply().expect(250);
                s.command("DATA").expect(354);
                s.raw(l.data());
            }));
            all.add(data("before the first byte of data" + where, secured, BODY, 0));
            all.add(data("in the middle of DATA" + where, secured, BODY, 300));
            all.add(data("in DATA behind 400 KiB" + where, secured, LARGE_BODY, 400 * 1024));
            all.add(chunk("inside a BDAT chunk" + where, secured, BODY, 100));
            all.add(chunk("inside a BDAT chunk behind 400 KiB" + where, secured, LARGE_BODY, 400 * 1024));
            all.add(betweenChunks("between BDAT chunks" + where, secured));
        }
        int whole = Letter.write(BODY).data().length();
        for (int i = 0; i < END.length(); i++) {
            all.add(data("inside the final CRLF.CRLF after " + i + " of 5 bytes", false, BODY, whole - END.length() + i));
        }
        int stuffed = Letter.write(BODY).data().indexOf("\r\n...dots");
        for (int i = 1; i < 5; i++) {
            all.add(data("inside a stuffed dot after " + i + " bytes", false, BODY, stuffed + i));
        }
        return all;
    }

    private static Situation situation(String name, boolean secured, String body, Action before, Action after) {
        return new Situation(name, secured, Letter.write(body), before, after);
    }

    private static Situation data(String name, boolean secured, String body, int sentBefore) {
        return situation(name, secured, body, (s, l) -> {
            mail(s, l);
            recipientAndData(s);
            s.raw(l.data().substring(0, sentBefore));
        }, (s, l) -> s.raw(l.data().substring(sentBefore)));
    }

    private static Situation chunk(String name, boolean secured, String body, int sentBefore) {
        return situation(name, secured, body, (s, l) -> {
            mail(s, l);
            s.command("RCPT TO:<alice@example.com>").expect(250);
            s.raw("BDAT " + l.text().length() + " LAST\r\n" + l.text().substring(0, sentBefore));
        }, (s, l) -> s.raw(l.text().substring(sentBefore)));
    }

    private static Situation betweenChunks(String name, boolean secured) {
        return situation(name, secured, BODY, (s, l) -> {
            mail(s, l);
            s.command("RCPT TO:<alice@example.com>").expect(250);
            s.raw("BDAT 50\r\n" + l.text().substring(0, 50));
            s.reply().expect(250);
        }, (s, l) -> s.raw("BDAT " + (l.text().length() - 50) + " LAST\r\n" + l.text().substring(50)));
    }

    private static void mail(RawSmtp server, Letter letter) throws IOException {
        server.command("MAIL FROM:<a@client.test>").expect(250);
    }

    private static void recipientAndData(RawSmtp server) throws IOException {
        server.command("RCPT TO:<alice@example.com>").expect(250);
        server.command("DATA").expect(354);
    }

    private RawSmtp begin(Situation situation) throws IOException {
        RawSmtp server = RawSmtp.hello(site.home().smtpPort());
        if (situation.secured) {
            server.command("STARTTLS").expect(220);
            server.startTls().command("EHLO client.test").expect(250);
        }
        situation.before.on(server, situation.letter);
        return server;
    }

    private void finish(Situation situation, RawSmtp connection) throws IOException {
        try (connection) {
            situation.after.on(connection, situation.letter);
            if (!situation.name.startsWith("after EHLO")) {
                connection.reply().expect(250);
            }
            SmtpReply bye = connection.command("QUIT").expect(221);
            assertTrue(bye.text().contains(words("3")), "answered by the newest code: " + bye);
        }
        String stored = site.home().maildir("alice").await(SOON, situation.letter.token());
        String sent = situation.letter.stored();
        assertEquals(sent, stored.substring(Math.max(0, stored.length() - sent.length())));
        assertEquals(1, site.home().maildir("alice").messages().stream()
                .filter(message -> message.contains(situation.letter.token())).count());
    }

    private void replace(String label) {
        Path variant = BundleVariant.of(Checkout.bundle("smtp-server")).renamingInternals(label).replacing(OLD_WORDS, words(label))
                .write(label);
        String output = site.home().shell("bundle:update org.waypost.smtp-server " + variant.toUri());
        assertTrue(!output.contains("Error") && !output.contains("Exception"), output);
    }

    private static String words(String label) {
        return "Bye, says version " + label;
    }
}
