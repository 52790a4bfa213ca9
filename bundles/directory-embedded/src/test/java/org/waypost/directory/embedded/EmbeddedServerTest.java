package org.waypost.directory.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {
    private static final Path SAMPLE = Path.of("src/main/organization/organization.ldif");
    private static final String BASE = "dc=example,dc=com";
    private static final String LONG = "x".repeat(512 << 10);

    @TempDir
    Path folder;

    private final RecordedEvents events = new RecordedEvents();
    private EmbeddedServer server;

    @AfterEach
    void stop() throws IOException {
        if (server != null) {
            server.stop();
        }
    }

    @Test
    void fillsItselfWithTheSampleOrganizationOnce() throws Exception {
        start(SAMPLE);
        try (LDAPConnection client = connect()) {
            SearchResult found = client.search(BASE, SearchScope.SUB, "(proxyAddresses=SMTP:ALICE.miller@example.com)");
            assertEquals("alice", found.getSearchEntries().get(0).getAttributeValue("uid"));
            assertEquals(1, client.search(BASE, SearchScope.SUB, "(objectClass=protocolCfg)").getEntryCount());
            client.delete("uid=bob,ou=People," + BASE);
        }
        assertTrue(events.lines.stream().noneMatch(line -> line.startsWith("BAD_ENTRY")), events.lines::toString);
        server.stop();
        start(SAMPLE);
        try (LDAPConnection client = connect()) {
            assertEquals(0, client.search(BASE, SearchScope.SUB, "(uid=bob)").getEntryCount());
            assertEquals(1, client.search(BASE, SearchScope.SUB, "(uid=alice)").getEntryCount());
        }
    }

    @Test
    void keepsAddedChangedMovedAndRenamedEntriesAndTheirIds() throws Exception {
        start(SAMPLE);
        String id;
        try (LDAPConnection client = connect()) {
            client.modify("uid=alice,ou=People," + BASE, new Modification(ModificationType.REPLACE, "title", "Ünderling"));
            id = client.getEntry("uid=alice,ou=People," + BASE, "entryUUID").getAttributeValue("entryUUID");
            client.add("dn: ou=Sales,ou=People," + BASE, "objectClass: organizationalUnit", "ou: Sales");
            client.modifyDN("uid=alice,ou=People," + BASE, "uid=alice", false, "ou=Sales,ou=People," + BASE);
            client.modifyDN("ou=Sales,ou=People," + BASE, "ou=Service", true);
        }
        server.stop();
        start(SAMPLE);
        try (LDAPConnection client = connect()) {
            SearchResultEntry alice = client.getEntry("uid=alice,ou=Service,ou=People," + BASE, "title", "entryUUID");
            assertEquals("Ünderling", alice.getAttributeValue("title"));
            assertEquals(id, alice.getAttributeValue("entryUUID"));
        }
    }

    @Test
    void makesAPasswordThatOnlyItsOwnerMayRead() throws Exception {
        start(SAMPLE);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))));
        assertTrue(Files.readString(folder.resolve("password")).strip().length() >= 32);
    }

    @Test
    void namesABadEntryAndLoadsTheRest() throws Exception {
        Path file = folder.resolve("bad.ldif");
        Files.writeString(file, """
                dn: dc=example,dc=com
                objectClass: domain
                dc: example

                # nobody knows this class
                dn: cn=bad,dc=example,dc=com
                objectClass: noSuchClass
                cn: bad

                dn: ou=People,dc=example,dc=com
                objectClass: organizationalUnit
                ou: People
                """);
        start(file);
        assertTrue(events.lines.stream().anyMatch(line -> line.startsWith("BAD_ENTRY") && line.contains(", 6, dn: cn=bad")),
                events.lines::toString);
        try (LDAPConnection client = connect()) {
            assertEquals(2, client.search(BASE, SearchScope.SUB, "(objectClass=*)").getEntryCount());
        }
    }

    @Test
    void letsOneIntoAFolderAtATime() throws Exception {
        start(SAMPLE);
        assertEquals(Optional.empty(), EmbeddedServer.start(settings(Optional.of(SAMPLE)), events));
        server.stop();
        start(SAMPLE);
    }

    @Test
    void cutsOffHalfAWriteAndStarts() throws Exception {
        start(SAMPLE);
        server.stop();
        Files.write(folder.resolve("data/journal"), new byte[] {0, 0, 1, 0, 9, 9}, StandardOpenOption.APPEND);
        start(SAMPLE);
        assertTrue(events.lines.stream().anyMatch(line -> line.startsWith("TAIL_CUT")), events.lines::toString);
        try (LDAPConnection client = connect()) {
            assertEquals(1, client.search(BASE, SearchScope.SUB, "(uid=alice)").getEntryCount());
        }
    }

    @Test
    void makesItsJournalCompactWhileItRuns() throws Exception {
        start(SAMPLE);
        String alice = "uid=alice,ou=People," + BASE;
        try (LDAPConnection client = connect()) {
            for (int i = 0; i < 12; i++) {
                client.modify(alice, new Modification(ModificationType.REPLACE, "description", LONG));
            }
            client.modify(alice, new Modification(ModificationType.REPLACE, "title", "Last"));
        }
        assertTrue(Files.size(folder.resolve("data/journal")) < 5 << 20);
        server.stop();
        start(SAMPLE);
        try (LDAPConnection client = connect()) {
            SearchResultEntry entry = client.getEntry(alice);
            assertEquals("Last", entry.getAttributeValue("title"));
            assertEquals(LONG, entry.getAttributeValue("description"));
        }
    }

    @Test
    void doesNotStartOnADamagedJournal() throws Exception {
        start(SAMPLE);
        server.stop();
        server = null;
        Path journal = folder.resolve("data/journal");
        byte[] bytes = Files.readAllBytes(journal);
        bytes[20] ^= 1;
        Files.write(journal, bytes);
        IOException e = assertThrows(IOException.class, () -> EmbeddedServer.start(settings(Optional.empty()), events));
        assertTrue(e.getMessage().contains("damaged at byte 0"), e::getMessage);
    }

    private void start(Path organization) throws IOException {
        server = EmbeddedServer.start(settings(Optional.of(organization)), events).orElseThrow();
    }

    private EmbeddedSettings settings(Optional<Path> organization) {
        return new EmbeddedSettings(InetAddress.getLoopbackAddress(), 0, folder.resolve("data"), folder.resolve("password"),
                organization, Optional.empty());
    }

    private LDAPConnection connect() throws LDAPException, IOException {
        return new LDAPConnection("127.0.0.1", server.port(), EmbeddedServer.ADMINISTRATOR,
                Files.readString(folder.resolve("password")).strip());
    }
}
