package org.waypost.delivery.maildir.recipients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.delivery.maildir.RecordedEvents;
import org.waypost.mail.Address;
import org.waypost.recipient.Resolution;

class RecipientFilesTest {
    private static final Resolution UNKNOWN = new Resolution.Unknown();

    @TempDir
    Path etc;

    private final RecordedEvents events = new RecordedEvents();
    private Path users;
    private Path aliases;

    @BeforeEach
    void paths() {
        users = etc.resolve("users");
        aliases = etc.resolve("aliases");
    }

    @Test
    void usersAreFoundInEachLocalDomainInAnyCase() throws IOException {
        RecipientFiles files = files("alice\nBob@other.example robert\n", "");
        assertEquals(mailbox("alice"), resolve(files, "Alice@EXAMPLE.com"));
        assertEquals(mailbox("alice"), resolve(files, "alice@other.example"));
        assertEquals(mailbox("robert"), resolve(files, "bob@other.example"));
        assertEquals(UNKNOWN, resolve(files, "bob@example.com"));
        assertEquals(new Resolution.Remote(), resolve(files, "alice@elsewhere.example"));
        assertEquals(new Resolution.Remote(), resolve(files, "alice@[127.0.0.1]"));
    }

    @Test
    void subaddressesBelongToTheirUserUnlessNamed() throws IOException {
        RecipientFiles files = files("alice\nalice+news papers\n", "staff: alice\n");
        assertEquals(mailbox("alice"), resolve(files, "alice+any@example.com"));
        assertEquals(mailbox("papers"), resolve(files, "alice+News@example.com"));
        assertEquals(alias("alice@example.com"), resolve(files, "staff+x@example.com"));
        assertEquals(UNKNOWN, resolve(files, "+alice@example.com"));
    }

    @Test
    void postmasterIsAlwaysThere() throws IOException {
        RecipientFiles files = files("", "");
        assertEquals(mailbox("postmaster"), resolve(files, "Postmaster"));
        assertEquals(mailbox("postmaster"), resolve(files, "postMASTER+x@other.example"));
        assertEquals(alias("alice@example.com"), resolve(files("alice\n", "postmaster: alice\n"), "postmaster@example.com"));
        write("root adminbox\n", "");
        RecipientFiles toUser = new RecipientFiles(settings("", Address.of("root")), events);
        assertEquals(mailbox("adminbox"), resolve(toUser, "postmaster@example.com"));
        RecipientFiles toItself = new RecipientFiles(settings("", Address.of("postmaster@example.com")), events);
        assertEquals(mailbox("postmaster"), resolve(toItself, "postmaster@example.com"));
    }

    @Test
    void aCatchAllTakesTheRestAndNeverItself() throws IOException {
        write("alice\n", "");
        assertEquals(mailbox("alice"), resolve(new RecipientFiles(settings("alice", postmaster()), events), "nobody@example.com"));
        assertEquals(alias("x@far.example"),
                resolve(new RecipientFiles(settings("x@far.example", postmaster()), events), "nobody@example.com"));
        assertEquals(UNKNOWN, resolve(new RecipientFiles(settings("nobody2", postmaster()), events), "nobody@example.com"));
    }

    @Test
    void aliasesAreFollowedToTheirEnd() throws IOException {
        RecipientFiles files = files("alice\nbob\n", "all: staff,\n  carol@far.example\nstaff: alice, bob, alice\n");
        assertEquals(alias("alice@example.com", "bob@example.com", "carol@far.example"), resolve(files, "all@other.example"));
    }

    @Test
    void anAliasThatNamesItselfIsTheMailbox() throws IOException {
        RecipientFiles files = files("alice\n", "alice: alice, bob@far.example\n");
        assertEquals(alias("\\alice@example.com", "bob@far.example"), resolve(files, "alice@example.com"));
        assertEquals(mailbox("alice"), resolve(files, "\\Alice@example.com"));
        assertEquals(UNKNOWN, resolve(files, "\\nobody@example.com"));
    }

    @Test
    void circlesEndAndAreReported() throws IOException {
        RecipientFiles files = files("carol\n", "a: b\nb: a\nc: a, x@far.example\nteam: carol\ncarol: team\n");
        assertEquals(UNKNOWN, resolve(files, "a@example.com"));
        assertEquals(alias("x@far.example"), resolve(files, "c@example.com"));
        assertEquals(alias("\\carol@example.com"), resolve(files, "carol@example.com"));
        assertEquals(alias("\\carol@example.com"), resolve(files, "team@example.com"));
        assertTrue(events.has("LINE_SKIPPED", aliases + ", 1", "circle"), events.reports().toString());
    }

    @Test
    void aBadLineIsNamedAndTheRestWorks() throws IOException {
        RecipientFiles files = files("# people\nalice\n\nbob one two\n../etc\no'brien\nalice other\nalice@other.example\ncarol ../x\ndan\n",
                "evil: \"|/bin/sh\", /etc/passwd, :include:/tmp/x\nno colon\nmix: alice, |x\n: alice\n");
        assertEquals(mailbox("alice"), resolve(files, "alice@example.com"));
        assertEquals(mailbox("dan"), resolve(files, "dan@example.com"));
        for (String local : List.of("bob", "../etc", "o'brien", "carol", "evil")) {
            assertEquals(UNKNOWN, resolve(files, local + "@example.com"), local);
        }
        assertEquals(alias("alice@example.com"), resolve(files, "mix@example.com"));
        for (int line : new int[] {4, 5, 6, 7, 8, 9}) {
            assertTrue(events.has("LINE_SKIPPED", users + ", " + line + ","), line + " " + events.reports());
        }
        for (int line = 1; line <= 4; line++) {
            assertTrue(events.has("LINE_SKIPPED", aliases + ", " + line + ","), line + " " + events.reports());
        }
    }

    @Test
    void aChangeIsSeenAndAVanishedFileKeepsItsContent() throws IOException {
        RecipientFiles files = files("alice\n", "");
        Files.writeString(users, "alice\nbob\n");
        files.poll();
        assertEquals(mailbox("bob"), resolve(files, "bob@example.com"));
        Files.delete(users);
        events.clear();
        files.poll();
        files.poll();
        assertEquals(mailbox("bob"), resolve(files, "bob@example.com"));
        assertEquals(1, events.reports().size(), "reported once: " + events.reports());
        assertTrue(events.has("FILE_MISSING", users.toString(), "stays in force"));
        Files.writeString(users, "carol\n");
        files.poll();
        assertEquals(UNKNOWN, resolve(files, "bob@example.com"));
        assertEquals(mailbox("carol"), resolve(files, "carol@example.com"));
    }

    @Test
    void badSettingsAreNamedAndLeaveTheOnesBefore() {
        RecipientSettings before = settings("", postmaster());
        RecipientText text = new RecipientText(etc, List.of("exa mple"), "u", " ", "a@@b", "%", "../x");
        RecipientSettings after = text.check("the.pid", before, events);
        assertEquals(before.localDomains(), after.localDomains());
        assertEquals(etc.resolve("u"), after.usersFile());
        assertEquals(before.aliasesFile(), after.aliasesFile());
        assertEquals("+", after.separator());
        for (String key : List.of("localDomains", "aliasesFile", "catchAll", "subaddressSeparator", "postmaster")) {
            assertTrue(events.has("BAD_SETTING", "the.pid", key), key + " " + events.reports());
        }
    }

    private RecipientFiles files(String usersText, String aliasesText) throws IOException {
        write(usersText, aliasesText);
        return new RecipientFiles(settings("", postmaster()), events);
    }

    private void write(String usersText, String aliasesText) throws IOException {
        Files.writeString(users, usersText);
        Files.writeString(aliases, aliasesText);
    }

    private static Address postmaster() {
        return new Address("postmaster", "");
    }

    private RecipientSettings settings(String catchAll, Address postmaster) {
        return new RecipientSettings(List.of("example.com", "other.example"), users, aliases,
                catchAll.isEmpty() ? Optional.empty() : Optional.of(Address.of(catchAll)), "+", postmaster);
    }

    private static Resolution resolve(RecipientFiles files, String address) {
        return files.resolve(Address.of(address)).toCompletableFuture().join();
    }

    private static Resolution mailbox(String name) {
        return new Resolution.Mailbox(name);
    }

    private static Resolution alias(String... addresses) {
        return new Resolution.Alias(List.of(addresses).stream().map(Address::of).toList());
    }
}
