package org.waypost.directory.embedded;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;

/**
 * A process to be killed: starts the server in a folder, prints what it has ({@code has NAME VALUE}) and {@code ready}, then
 * writes without end, printing each write before it ({@code try NAME VALUE}, value {@code -} for a deletion) and after it
 * was acknowledged ({@code done}).
 */
final class KilledWriter {
    private static final String PEOPLE = "ou=People,dc=example,dc=com";
    private static final int NAMES = 40;

    private KilledWriter() {
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Random random = new Random(Long.parseLong(arguments[1]));
        EmbeddedServer server = EmbeddedServer.start(new EmbeddedSettings(InetAddress.getLoopbackAddress(), 0,
                folder.resolve("data"), folder.resolve("password"), Optional.of(Path.of(arguments[2])), Optional.empty()),
                new RecordedEvents()).orElseThrow();
        try (LDAPConnection client = new LDAPConnection("127.0.0.1", server.port(), EmbeddedServer.ADMINISTRATOR,
                Files.readString(folder.resolve("password")).strip())) {
            for (SearchResultEntry entry : client.search(PEOPLE, SearchScope.ONE, "(uid=k*)").getSearchEntries()) {
                System.out.println("has " + entry.getAttributeValue("uid") + " " + entry.getAttributeValue("title"));
            }
            System.out.println("ready");
            while (true) {
                write(client, "k" + random.nextInt(NAMES), random);
            }
        }
    }

    private static void write(LDAPConnection client, String name, Random random) throws Exception {
        String dn = "uid=" + name + "," + PEOPLE;
        boolean there = client.getEntry(dn) != null;
        String value = there && random.nextInt(4) == 0 ? "-" : "v" + random.nextInt(1_000_000);
        System.out.println("try " + name + " " + value);
        if (!there) {
            client.add("dn: " + dn, "objectClass: inetOrgPerson", "uid: " + name, "cn: " + name, "sn: " + name, "title: " + value);
        } else if (value.equals("-")) {
            client.delete(dn);
        } else {
            client.modify(dn, new Modification(ModificationType.REPLACE, "title", value));
        }
        System.out.println("done");
    }
}
