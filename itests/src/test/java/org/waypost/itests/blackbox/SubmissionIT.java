package org.waypost.itests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.itests.harness.OrganizationSite.BASE;
import static org.waypost.itests.harness.OrganizationSite.PEOPLE;
import static org.waypost.itests.harness.SubmissionServer.logIn;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.itests.harness.Command;
import org.waypost.itests.harness.Letter;
import org.waypost.itests.harness.OrganizationSite;
import org.waypost.itests.harness.Poll;
import org.waypost.itests.harness.RawSmtp;
import org.waypost.itests.harness.SharedOrganization;
import org.waypost.itests.harness.SubmissionServer;
import org.waypost.itests.harness.Swaks;

/** Users of the directory submit mail: what they may, who may not, and what a group demands of its senders. */
@ExtendWith(SharedOrganization.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubmissionIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration LATER = Duration.ofSeconds(60);
    private static final String HOST = "submission.example.com";
    private static final String BOB = "bob@example.com";
    private static final String PASSWORD = "correct horse";
    private static final String STAFF = "cn=staff,ou=Groups," + BASE;
    /** The default of {@code authenticationFailuresPerAddress} and {@code authenticationFailuresPerUser}. */
    private static final int FAILURES = 10;
    private static final String GUESSER = "127.0.0.2";

    private final OrganizationSite site;
    private SubmissionServer server;

    SubmissionIT(OrganizationSite site) {
        this.site = site;
    }

    @BeforeAll
    void start() {
        for (String uid : List.of("alice", "bob", "carol")) {
            password(uid, PASSWORD);
        }
        site.directory().replace("uid=bob," + PEOPLE, "proxyAddresses", "SMTP:" + BOB, "smtp:robert@example.com");
        server = SubmissionServer.add(site, HOST);
        Poll.until(SOON, "it listens", server::listens);
    }

    @AfterAll
    void leave() {
        server.removeFrom(site);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAIN", "LOGIN"})
    void aUserSubmitsAfterStartTls(String mechanism) {
        isSubmitted(server.port(), "--tls", mechanism);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAIN", "LOGIN"})
    void aUserSubmitsOverImplicitTls(String mechanism) {
        isSubmitted(server.tlsPort(), "--tls-on-connect", mechanism);
    }

    private void isSubmitted(int port, String tls, String mechanism) {
        Letter letter = Letter.write();
        submit(port, BOB, "bob", PASSWORD, tls, "--auth", mechanism, "--data", "Subject: " + letter.token() + "\\n\\nHello.\\n").succeeded();
        String stored = site.home().maildir("alice").await(SOON, letter.token());
        assertTrue(stored.matches("(?s).*Received: [^:]*by " + HOST + "[^:]*with ESMTPSA .*"), stored);
        assertTrue(stored.matches("(?s).*\nDate: \\w{3}, .*"), stored);
        assertTrue(stored.matches("(?s).*\nMessage-ID: <\\S+@" + HOST + ">\n.*"), stored);
    }

    @Test
    void nobodyIsAskedForAPasswordInTheClear() throws IOException {
        try (RawSmtp client = RawSmtp.hello(server.port())) {
            assertFalse(client.command("EHLO client.test").expect(250).text().contains("AUTH"));
            logIn(client, "bob", PASSWORD).expect(538, "5.7.11");
            client.command("MAIL FROM:<" + BOB + ">").expect(530, "5.7.0");
        }
    }

    @Test
    void nothingIsTakenWithoutAuthentication() throws IOException {
        try (RawSmtp client = server.connect()) {
            assertTrue(client.command("EHLO client.test").expect(250).lines().contains("AUTH PLAIN LOGIN"));
            client.command("MAIL FROM:<" + BOB + ">").expect(530, "5.7.0");
        }
    }

    @Test
    void aUserSendsAsHimselfToAnybody() throws IOException {
        try (RawSmtp client = server.connect()) {
            logIn(client, "bob", PASSWORD).expect(235);
            client.command("MAIL FROM:<alice@example.com>").expect(550, "5.7.1");
            client.command("MAIL FROM:<robert@example.com>").expect(250);
            client.command("RCPT TO:<somebody@elsewhere.example>").expect(250);
        }
    }

    @Test
    void aUserIsKnownByAnyOfHisNames() throws IOException {
        for (String name : List.of("bob", BOB, "robert@example.com", "uid=bob," + PEOPLE)) {
            server.logIn(name, PASSWORD).expect(235, "2.7.0");
        }
    }

    @Test
    void aWrongPasswordIsRefusedAndReported() throws IOException {
        server.logIn("bob", "guess").expect(535, "5.7.8");
        Poll.until(SOON, "event 7016", () -> events().contains("SMTP/7016"));
    }

    @Test
    void whoGuessesIsStopped() throws IOException {
        for (int i = 0; i < FAILURES; i++) {
            assertTrue(guess().contains("535 5.7.8"));
        }
        assertTrue(guess().contains("421 4.7.0"), "the address may not go on");
        server.logIn("carol", PASSWORD).expect(454, "4.7.0");
        server.logIn("bob", PASSWORD).expect(235, "2.7.0");
        Poll.until(SOON, "event 7018", () -> events().contains("SMTP/7018"));
        Poll.until(SOON, "event 7019", () -> events().contains("SMTP/7019"));
    }

    private String guess() {
        Command.Result result = submit(server.port(), "carol@example.com", "carol", "guess", "--tls", "--auth", "PLAIN",
                "--local-interface", GUESSER);
        assertNotEquals(0, result.exit());
        return result.output();
    }

    @Test
    void aNewPasswordIsInForceSoon() throws IOException {
        server.logIn("alice", PASSWORD).expect(235);
        password("alice", "battery staple");
        Poll.until(SOON, "the old one is refused", () -> server.logIn("alice", PASSWORD).code() == 535);
        server.logIn("alice", "battery staple").expect(235);
        password("alice", PASSWORD);
    }

    @Test
    void aUserTriesAgainWhileTheDirectoryIsAway() throws IOException {
        site.home().shell("bundle:stop org.waypost.directory-embedded");
        server.logIn("Bob@example.com", PASSWORD).expect(454, "4.7.0");
        Poll.until(SOON, "an event tells of it", () -> events().contains("SMTP/7017"));
        int before = events().length();
        site.home().shell("bundle:start org.waypost.directory-embedded");
        Poll.until(LATER, "the directory answers again", () -> events().indexOf("answers again", before) > 0);
        server.logIn("Bob@example.com", PASSWORD).expect(235, "2.7.0");
    }

    @Test
    void aGroupTakesMailOfProvenSendersOnly() throws IOException {
        site.directory().replace(STAFF, "msExchRequireAuthToSendTo", "TRUE");
        try {
            onlyProvenMailArrives();
        } finally {
            site.directory().replace(STAFF, "msExchRequireAuthToSendTo", "FALSE");
        }
    }

    private void onlyProvenMailArrives() throws IOException {
        Letter forged = Letter.write();
        forged.send(site.home().smtpPort(), BOB, "staff@example.com");
        String report = site.home().maildir("bob").await(SOON, forged.token());
        assertTrue(report.contains("Status: 5.7.1"), report);

        Letter proven = Letter.write();
        try (RawSmtp client = server.connect()) {
            logIn(client, "bob", PASSWORD).expect(235);
            proven.send(client, BOB, "staff@example.com");
        }
        site.home().maildir("alice").await(SOON, proven.token());
        assertEquals(0, site.home().maildir("alice").messages().stream().filter(text -> text.contains(forged.token())).count());
    }

    private void password(String uid, String password) {
        site.directory().replace("uid=" + uid + "," + PEOPLE, "userPassword", password);
    }

    private String events() {
        return site.home().events();
    }

    private static Command.Result submit(int port, String from, String user, String password, String... options) {
        List<String> all = new ArrayList<>(List.of("--auth-user", user, "--auth-password", password));
        all.addAll(List.of(options));
        return Swaks.send(port, from, "alice@example.com", all.toArray(String[]::new));
    }
}
