package org.waypost.directory.ldap.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.directory.embedded.EmbeddedServer;
import org.waypost.directory.embedded.EmbeddedSettings;
import org.waypost.testkit.directory.DirectoryContract;
import org.waypost.testkit.directory.DirectoryPeer;
import org.waypost.testkit.ldap.LdifText;

/** The contract with the embedded server. */
class EmbeddedContractTest extends DirectoryContract {
    private static final String SUFFIX = "dc=example,dc=com";
    private static final String PASSWORD = "secret";

    @TempDir
    private static Path folder;

    private static EmbeddedServer server;
    private static int port;

    @BeforeAll
    static void start() throws IOException {
        LdapAccess.passwordFile(folder, PASSWORD);
        run();
        new Peer().load("""
                dn: uid=alice,dc=example,dc=com
                objectClass: inetOrgPerson
                uid: alice
                cn: Alice
                sn: A
                userPassword: wonderland
                """);
    }

    @AfterAll
    static void stop() throws IOException {
        server.stop();
    }

    private static void run() throws IOException {
        Path organization = Files.writeString(folder.resolve("organization.ldif"), """
                dn: dc=example,dc=com
                objectClass: dcObject
                objectClass: organization
                dc: example
                o: Example
                """);
        server = EmbeddedServer.start(new EmbeddedSettings(InetAddress.getLoopbackAddress(), port, folder.resolve("directory"), folder.resolve("password"),
                Optional.of(organization), Optional.empty()), new NoEvents()).orElseThrow();
        port = server.port();
    }

    @Override
    protected DirectoryPeer peer() {
        return new Peer();
    }

    private static final class Peer implements DirectoryPeer {
        @Override
        public String suffix() {
            return SUFFIX;
        }

        @Override
        public List<String> personClasses() {
            return List.of("inetOrgPerson", "mailRecipient");
        }

        @Override
        public int many() {
            return 1100;
        }

        @Override
        public void load(String ldif) {
            LdifText.load("127.0.0.1", port, EmbeddedServer.ADMINISTRATOR, PASSWORD, ldif);
        }

        @Override
        public void stop() {
            try {
                server.stop();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void start() {
            try {
                run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Opened open() {
            return new LdapAccess("ldap://127.0.0.1:" + port, EmbeddedServer.ADMINISTRATOR, folder.resolve("password"), SUFFIX);
        }

        @Override
        public Optional<Login> login() {
            return Optional.of(new Login("alice", "wonderland"));
        }
    }
}
