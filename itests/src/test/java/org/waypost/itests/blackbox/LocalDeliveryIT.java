package org.waypost.itests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.itests.harness.Command;
import org.waypost.itests.harness.Letter;
import org.waypost.itests.harness.Poll;
import org.waypost.itests.harness.RawSmtp;
import org.waypost.itests.harness.SharedSite;
import org.waypost.itests.harness.Site;
import org.waypost.itests.harness.SmtpReply;
import org.waypost.itests.harness.Swaks;

/** Mail for example.com lands in a Maildir, whoever brings it; nothing else does. */
@ExtendWith(SharedSite.class)
class LocalDeliveryIT {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Pattern RECEIVED = Pattern.compile(
            "(?s).*^Received: from [^\r\n]+(?:\r?\n[ \t][^\r\n]+)*\\bid ([0-9A-HJ-NP-TV-Z]{13})\\b.*", Pattern.MULTILINE);
    private static final Pattern QUEUE_ID = Pattern.compile("\\b[0-9A-HJ-NP-TV-Z]{13}\\b");
    private static final String SMTPLIB = """
            import smtplib, sys
            with smtplib.SMTP('127.0.0.1', int(sys.argv[1])) as s:
                s.starttls()
                refused = s.sendmail('python@client.test', ['alice@example.com', 'bob@example.com'],
                    'Subject: %s\\r\\n\\r\\n.leading dot\\r\\n' % sys.argv[2])
            sys.exit(len(refused))
            """;

    private final Site site;

    LocalDeliveryIT(Site site) {
        this.site = site;
    }

    @Test
    void swaks() {
        Letter letter = Letter.write();
        Swaks.send(site.home().smtpPort(), "swaks@client.test", "alice@example.com", "--header", "Subject: " + letter.token())
                .succeeded();
        String stored = site.home().maildir("alice").await(SOON, letter.token());
        assertTrue(stored.startsWith("Return-Path: <swaks@client.test>"), stored);
        assertTrue(stored.contains("\nDelivered-To: alice@example.com"), stored);
        assertTrue(RECEIVED.matcher(stored).matches(), stored);
    }

    @Test
    void swaksOverTls() {
        Letter letter = Letter.write();
        Swaks.send(site.home().smtpPort(), "swaks@client.test", "bob@example.com", "--tls", "--header", "Subject: " + letter.token())
                .succeeded();
        String stored = site.home().maildir("bob").await(SOON, letter.token());
        assertTrue(stored.contains("with ESMTPS"), stored);
    }

    @Test
    void pythonSmtplib() {
        Letter letter = Letter.write();
        Command.run(Duration.ofSeconds(30), "python3", "-c", SMTPLIB, Integer.toString(site.home().smtpPort()), letter.token()).succeeded();
        for (String mailbox : List.of("alice", "bob")) {
            String stored = site.home().maildir(mailbox).await(SOON, letter.token());
            assertTrue(stored.contains("\n.leading dot"), stored);
        }
    }

    @Test
    void theQueueIdInTheReplyIsTheOneInReceived() throws IOException {
        Letter letter = Letter.write();
        SmtpReply reply = letter.send(site.home().smtpPort(), "", "alice@example.com");
        Matcher id = QUEUE_ID.matcher(reply.text());
        assertTrue(id.find(), reply.toString());
        String stored = site.home().maildir("alice").await(SOON, letter.token());
        Matcher received = RECEIVED.matcher(stored);
        assertTrue(received.matches(), stored);
        assertEquals(id.group(), received.group(1));
        assertTrue(stored.startsWith("Return-Path: <>"), stored);
        Poll.until(SOON, "the outcome line", () -> site.home().outcomes().lines()
                .anyMatch(line -> line.contains(id.group()) && line.contains("alice@example.com")));
    }

    @Test
    void pipelinedCommandsAndChunks() throws IOException {
        Letter letter = Letter.write("Octets: \u00e9\u0001\r\n");
        byte[] content = letter.text().getBytes(StandardCharsets.UTF_8);
        // Binary content keeps its line ends.
        String expected = new String(content, StandardCharsets.ISO_8859_1);
        try (RawSmtp server = RawSmtp.hello(site.home().smtpPort())) {
            server.raw("MAIL FROM:<chunk@client.test> BODY=BINARYMIME\r\nRCPT TO:<alice@example.com>\r\nBDAT 10\r\n");
            server.raw(Arrays.copyOf(content, 10));
            server.raw("BDAT " + (content.length - 10) + " LAST\r\n");
            server.raw(Arrays.copyOfRange(content, 10, content.length));
            for (int i = 0; i < 4; i++) {
                server.reply().expect(250);
            }
        }
        String stored = site.home().maildir("alice").await(SOON, letter.token());
        assertTrue(stored.endsWith(expected), stored);
    }

    @Test
    void internationalSender() throws IOException {
        Letter letter = Letter.write();
        try (RawSmtp server = RawSmtp.hello(site.home().smtpPort())) {
            server.command("MAIL FROM:<j\u00f6rg@client.test> SMTPUTF8").expect(250);
            server.command("RCPT TO:<alice@example.com>").expect(250);
            server.command("DATA").expect(354);
            server.raw(letter.data());
            server.reply().expect(250);
        }
        assertTrue(site.home().maildir("alice").await(SOON, letter.token()).startsWith("Return-Path: <j\u00c3\u00b6rg@client.test>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postmaster", "Postmaster@example.com", "ALICE@Example.COM", "alice+list@example.com",
            "\"alice\"@example.com", "@a.test,@b.test:alice@example.com"})
    void otherNamesOfAlice(String recipient) throws IOException {
        Letter letter = Letter.write();
        letter.send(site.home().smtpPort(), "writer@client.test", recipient);
        site.home().maildir("alice").await(SOON, letter.token());
    }

    @Test
    void unknownRecipientIsRefusedAtRcpt() throws IOException {
        try (RawSmtp server = RawSmtp.hello(site.home().smtpPort())) {
            server.command("MAIL FROM:<writer@client.test>").expect(250);
            server.command("RCPT TO:<nobody@example.com>").expect(550, "5.1.1");
            server.command("RCPT TO:<alice@example.com>").expect(250);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x@one.test", "x%one.test@example.com", "\"x@one.test\"@example.com", "@example.com:x@one.test",
            "one.test!x@example.com", "x@[127.0.0.31]", "\"x@one.test\"", "x@one.test@example.com"})
    void noAddressFormRelaysForStrangers(String recipient) throws IOException {
        try (RawSmtp server = RawSmtp.hello(site.home().smtpPort())) {
            server.command("MAIL FROM:<writer@client.test>").expect(250);
            SmtpReply reply = server.command("RCPT TO:<" + recipient + ">");
            assertEquals(5, reply.code() / 100, reply.toString());
            assertEquals(5, server.command("DATA").code() / 100);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"../evil\"@example.com", "\"alice/../../evil\"@example.com", "\"alice+../../evil\"@example.com",
            "..@example.com", "\"\\/tmp/evil\"@example.com", "\"alice\\\\..\"@example.com", "alice+/../../evil@example.com"})
    void noLocalPartReachesOutsideItsMaildir(String recipient) throws IOException {
        try (RawSmtp server = RawSmtp.hello(site.home().smtpPort())) {
            server.command("MAIL FROM:<writer@client.test>").expect(250);
            if (server.command("RCPT TO:<" + recipient + ">").code() == 250) {
                Letter letter = Letter.write();
                server.command("DATA").expect(354);
                server.raw(letter.data());
                server.reply().expect(250);
                site.home().maildir("alice").await(SOON, letter.token());
            }
        }
        Path mail = site.home().folder().resolve("data/mail");
        if (Files.exists(mail)) {
            assertTrue(Set.of("alice", "bob").containsAll(names(mail)), names(mail).toString());
        }
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> names = new TreeSet<>();
            files.forEach(file -> names.add(file.getFileName().toString()));
            return names;
        }
    }
}
