package org.waypost.smtp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.waypost.connection.ListenerSpec;
import org.waypost.connection.ListenerSpec.TlsFiles;
import org.waypost.linkstate.Membership;
import org.waypost.linkstate.Membership.Members;
import org.waypost.mail.Reply;
import org.waypost.smtp.SmtpVerb;
import org.waypost.smtp.server.settings.AuthenticationRules.Need;
import org.waypost.testkit.connection.MemoryConnection;

/** Servers of the organization, known by their keys. */
class MembersTest {
    private static final String BERLIN = "0b";
    private static final String NOBODY = "99";
    private static final Members MEMBERS = new Members(
            Optional.of(new Membership.Identity(Path.of("own.pem"), Path.of("own-key.pem"), "0a")), Map.of("0a", "here", BERLIN, "berlin"));
    private static final String TO_REMOTE = "MAIL FROM:<s@remote.example>\r\nRCPT TO:<x@elsewhere.example>\r\n";
    private static final String RELAYED = "250 2.1.0 Sender OK\r\n250 2.1.5 Recipient OK\r\n";
    private static final String DENIED = "250 2.1.0 Sender OK\r\n550 5.7.1 Relaying denied\r\n";

    private final TestServer server = new TestServer(TestSettings.relay(Set.of("example.com"), Set.of(), "198.51.100.0/24"));

    MembersTest() {
        server.members = MEMBERS;
    }

    @Test
    void aServerMayRelayAndAStrangerMayNot() {
        assertEquals(RELAYED, answer(server.secured(BERLIN), TO_REMOTE));
        assertEquals(DENIED, answer(server.secured(NOBODY), TO_REMOTE));
        assertEquals(DENIED, answer(server.secured(), TO_REMOTE));
        assertEquals("550 5.1.1 No such user here\r\n",
                answer(server.secured(BERLIN), TO_REMOTE + "RCPT TO:<nobody@example.com>\r\n").substring(RELAYED.length()));
    }

    @Test
    void aMessageKnowsTheServerThatHandedItOver() {
        server.secured(BERLIN).feed(TO_REMOTE + "DATA\r\nx\r\n.\r\n");
        server.secured(NOBODY).feed("MAIL FROM:<>\r\nRCPT TO:<bob@example.com>\r\nDATA\r\nx\r\n.\r\n");
        assertEquals("berlin", server.messages().get(0).message().origin().server());
        assertEquals("", server.messages().get(1).message().origin().server());
        assertTrue(server.content(server.messages().get(0)).replaceAll("\\s+", " ").contains(" with ESMTPS id "));
    }

    @Test
    void theMembersOfNowCount() {
        MemoryConnection berlin = server.secured(BERLIN);
        server.members = new Members(MEMBERS.identity(), Map.of());
        assertEquals(DENIED, answer(berlin, TO_REMOTE));
        server.members = MEMBERS;
        assertEquals("250 2.1.5 Recipient OK\r\n", answer(berlin, "RCPT TO:<x@elsewhere.example>\r\n"));
    }

    @Test
    void aServerStaysOneOverAReplacement() {
        MemoryConnection berlin = server.secured(BERLIN);
        assertTrue(berlin.replace(frozen -> server.another(TestSettings.tls(false)).thaw(berlin, frozen)));
        assertEquals(RELAYED, answer(berlin, TO_REMOTE));
    }

    @Test
    void aServerNeedNotLogInExceptAmongUsers() {
        server.server.settings(TestSettings.authentication(Need.REQUIRED, false, Duration.ZERO));
        assertEquals(RELAYED, answer(server.secured(BERLIN), TO_REMOTE));
        assertTrue(answer(server.secured(NOBODY), TO_REMOTE).startsWith("530 5.7.0 "));
        server.server.settings(TestSettings.authentication(Need.OPTIONAL, true, Duration.ZERO));
        assertTrue(answer(server.secured(BERLIN), TO_REMOTE).startsWith("530 5.7.0 "));
        assertEquals(Optional.empty(), server.server.listener().identity());
    }

    @Test
    void verbsOfServersAreRefusedToStrangers() {
        server.verbs.bind(new WhoAmI());
        assertEquals("550 5.7.1 Only for servers of the organization\r\n", answer(server.greeted(), "X-WHO\r\n"));
        assertEquals("550 5.7.1 Only for servers of the organization\r\n", answer(server.secured(NOBODY), "X-WHO\r\n"));
        assertEquals("250 2.0.0 berlin\r\n", answer(server.secured(BERLIN), "X-WHO\r\n"));
    }

    @Test
    void anIdentityIsEnoughForStartTlsButNotForPasswords() {
        MemoryConnection berlin = server.connection().showing(BERLIN);
        berlin.start(server.server::open);
        assertTrue(answer(berlin, "EHLO berlin.example\r\n").contains("250 STARTTLS\r\n"));
        assertTrue(answer(berlin, "STARTTLS\r\n").endsWith("220 2.0.0 Ready to start TLS\r\n"));
        assertFalse(answer(berlin, "EHLO berlin.example\r\n").contains("AUTH"));
        assertEquals(RELAYED, answer(berlin, TO_REMOTE));
    }

    @Test
    void theListenerShowsTheIdentityByTheNameOfMembers() {
        assertEquals(Optional.of(new ListenerSpec.Identity(new TlsFiles(Path.of("own.pem"), Path.of("own-key.pem")),
                "member.waypost.internal")), server.server.listener().identity());
        server.members = Members.NONE;
        assertEquals(Optional.empty(), server.server.listener().identity());
        assertTrue(answer(server.greeted(), "STARTTLS\r\n").startsWith("502 5.5.1 "));
    }

    private static String answer(MemoryConnection client, String commands) {
        client.take();
        client.feed(commands);
        return client.take();
    }

    private static final class WhoAmI implements SmtpVerb {
        @Override
        public String verb() {
            return "X-WHO";
        }

        @Override
        public Optional<String> keyword() {
            return Optional.empty();
        }

        @Override
        public Set<Requirement> requires() {
            return Set.of(Requirement.SERVER);
        }

        @Override
        public CompletionStage<Reply> handle(Request request) {
            return CompletableFuture.completedFuture(Reply.of(250, "2.0.0", request.server().orElse("nobody")));
        }
    }
}
