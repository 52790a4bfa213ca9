package org.waypost.directory.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After many additions and deletions each entry is found by its name, and the journal says the same as memory. */
class ManyWritesTest {
    private static final long SEED = 4_711;
    private static final int WRITES = 300;
    private static final int NAMES = 80;
    private static final String PEOPLE = "ou=People,dc=example,dc=com";

    @TempDir
    Path folder;

    @Test
    void findsByItsNameWhatIsThere() throws Exception {
        EmbeddedServer server = start();
        TreeSet<String> expected = new TreeSet<>();
        try (LDAPConnection client = connect(server)) {
            Random random = new Random(SEED);
            for (int i = 0; i < WRITES; i++) {
                String name = "k" + random.nextInt(NAMES);
                assertEquals(expected.contains(name), client.getEntry(dn(name)) != null, name + " after " + i + " writes");
                if (expected.remove(name)) {
                    client.delete(dn(name));
                } else {
                    client.add(entry(name));
                    expected.add(name);
                }
            }
            assertEquals(expected, found(client).keySet());
        } finally {
            server.stop();
        }
    }

    /** Each of them writes the same few names: only one of two additions can succeed, and of two deletions. */
    @Test
    void hasInItsJournalWhatSeveralWritersLeftInMemory() throws Exception {
        EmbeddedServer server = start();
        Map<String, String> left;
        ExecutorService writers = Executors.newFixedThreadPool(4);
        try (LDAPConnection client = connect(server)) {
            List<Callable<Void>> work = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                long seed = SEED + i;
                work.add(() -> write(server, new Random(seed)));
            }
            for (Future<Void> done : writers.invokeAll(work)) {
                done.get();
            }
            left = found(client);
        } finally {
            writers.shutdownNow();
            server.stop();
        }
        EmbeddedServer again = start();
        try (LDAPConnection client = connect(again)) {
            assertEquals(left, found(client));
        } finally {
            again.stop();
        }
    }

    private Void write(EmbeddedServer server, Random random) throws Exception {
        try (LDAPConnection client = connect(server)) {
            for (int i = 0; i < WRITES / 4; i++) {
                String name = "k" + random.nextInt(4);
                try {
                    if (random.nextBoolean()) {
                        client.add(entry(name));
                    } else {
                        client.delete(dn(name));
                    }
                } catch (LDAPException e) {
                    // Another one was first.
                }
            }
        }
        return null;
    }

    /** Names and ids. */
    private static Map<String, String> found(LDAPConnection client) throws LDAPException {
        Map<String, String> found = new TreeMap<>();
        for (SearchResultEntry entry : client.search(PEOPLE, SearchScope.ONE, "(uid=k*)", "uid", "entryUUID").getSearchEntries()) {
            assertEquals(null, found.put(entry.getAttributeValue("uid"), entry.getAttributeValue("entryUUID")));
        }
        return found;
    }

    private static String dn(String name) {
        return "uid=" + name + "," + PEOPLE;
    }

    private static String[] entry(String name) {
        return new String[] {"dn: " + dn(name), "objectClass: inetOrgPerson", "uid: " + name, "cn: " + name, "sn: " + name};
    }

    private EmbeddedServer start() throws IOException {
        return EmbeddedServer.start(new EmbeddedSettings(InetAddress.getLoopbackAddress(), 0, folder.resolve("data"),
                folder.resolve("password"), Optional.of(Path.of("src/main/organization/organization.ldif")), Optional.empty()),
                new RecordedEvents()).orElseThrow();
    }

    private LDAPConnection connect(EmbeddedServer server) throws LDAPException, IOException {
        return new LDAPConnection("127.0.0.1", server.port(), EmbeddedServer.ADMINISTRATOR,
                Files.readString(folder.resolve("password")).strip());
    }
}
