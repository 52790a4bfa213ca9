package org.waypost.directory.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.AsyncRequestID;
import com.unboundid.ldap.sdk.AsyncSearchResultListener;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchResultReference;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.PersistentSearchChangeType;
import com.unboundid.ldap.sdk.controls.PersistentSearchRequestControl;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clients may expect of one server, which is filled with the sample organization. */
class ClientsTest {
    private static final String BASE = "dc=example,dc=com";

    @TempDir
    static Path folder;

    private static EmbeddedServer server;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedServer.start(new EmbeddedSettings(InetAddress.getLoopbackAddress(), 0, folder.resolve("data"),
                folder.resolve("password"), Optional.of(Path.of("src/main/organization/organization.ldif")), Optional.empty()),
                new RecordedEvents()).orElseThrow();
    }

    @AfterAll
    static void stop() throws IOException {
        server.stop();
    }

    @Test
    void tellsOfChangesByPersistentSearch() throws Exception {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        try (LDAPConnection watcher = connect(); LDAPConnection client = connect()) {
            SearchRequest request = new SearchRequest(new Changes(seen), BASE, SearchScope.SUB, "(objectClass=*)");
            request.addControl(new PersistentSearchRequestControl(PersistentSearchChangeType.allChangeTypes(), true, true));
            watcher.asyncSearch(request);
            awaitListening(client, seen);
            client.modify("uid=bob,ou=People," + BASE, new Modification(ModificationType.ADD, "title", "Cook"));
            assertEquals("uid=bob,ou=People," + BASE, seen.poll(10, TimeUnit.SECONDS));
            client.delete("uid=bob,ou=People," + BASE);
            assertEquals("uid=bob,ou=People," + BASE, seen.poll(10, TimeUnit.SECONDS));
        }
    }

    /** Writes until the watcher sees it: a persistent search has no answer that says it has begun. */
    private static void awaitListening(LDAPConnection client, BlockingQueue<String> seen) throws Exception {
        String first = null;
        for (int i = 0; first == null && i < 100; i++) {
            client.modify("ou=People," + BASE, new Modification(ModificationType.REPLACE, "description", "try " + i));
            first = seen.poll(100, TimeUnit.MILLISECONDS);
        }
        assertEquals("ou=People," + BASE, first);
        while (seen.poll(200, TimeUnit.MILLISECONDS) != null) {
            continue;
        }
    }

    @Test
    void givesResultsInPages() throws Exception {
        try (LDAPConnection client = connect()) {
            int total = client.search(BASE, SearchScope.SUB, "(objectClass=*)").getEntryCount();
            int counted = 0;
            ASN1OctetString cookie = null;
            do {
                SearchRequest request = new SearchRequest(BASE, SearchScope.SUB, "(objectClass=*)");
                request.addControl(new SimplePagedResultsControl(5, cookie));
                SearchResult page = client.search(request);
                assertTrue(page.getEntryCount() <= 5);
                counted += page.getEntryCount();
                cookie = SimplePagedResultsControl.get(page).getCookie();
            } while (cookie.getValueLength() > 0);
            assertEquals(total, counted);
        }
    }

    @Test
    void refusesStrangersAndSecondEntriesOfOneName() throws Exception {
        try (LDAPConnection client = new LDAPConnection("127.0.0.1", server.port())) {
            LDAPException e = assertThrows(LDAPException.class, () -> client.search(BASE, SearchScope.SUB, "(uid=alice)"));
            assertEquals(ResultCode.INSUFFICIENT_ACCESS_RIGHTS, e.getResultCode());
        }
        String[] reservation = {"dn: cn=smtp:x@example.com,cn=Address Reservations,cn=Example,cn=Configuration," + BASE,
            "objectClass: waypostAddressReservation", "cn: smtp:x@example.com", "waypostOwner: one"};
        try (LDAPConnection client = connect()) {
            client.add(reservation);
            LDAPException e = assertThrows(LDAPException.class, () -> client.add(reservation));
            assertEquals(ResultCode.ENTRY_ALREADY_EXISTS, e.getResultCode());
        }
    }

    @Test
    void findsWhatIsOlderAndYounger() throws Exception {
        try (LDAPConnection client = connect()) {
            int total = client.search(BASE, SearchScope.SUB, "(objectClass=*)").getEntryCount();
            String alice = client.getEntry("uid=alice,ou=People," + BASE, "entryCSN").getAttributeValue("entryCSN");
            int younger = client.search(BASE, SearchScope.SUB, "(entryCSN>=" + alice + ")").getEntryCount();
            int older = client.search(BASE, SearchScope.SUB, "(entryCSN<=" + alice + ")").getEntryCount();
            assertTrue(younger > 1 && older > 1, younger + " and " + older);
            assertEquals(total + 1, younger + older);
        }
    }

    private static LDAPConnection connect() throws LDAPException, IOException {
        return new LDAPConnection("127.0.0.1", server.port(), EmbeddedServer.ADMINISTRATOR,
                Files.readString(folder.resolve("password")).strip());
    }

    private record Changes(BlockingQueue<String> seen) implements AsyncSearchResultListener {
        @Override
        public void searchEntryReturned(SearchResultEntry entry) {
            seen.add(entry.getDN());
        }

        @Override
        public void searchReferenceReturned(SearchResultReference reference) {
            throw new AssertionError("there are no references");
        }

        @Override
        public void searchResultReceived(AsyncRequestID request, SearchResult result) {
            // The search ends with its connection.
        }
    }
}
