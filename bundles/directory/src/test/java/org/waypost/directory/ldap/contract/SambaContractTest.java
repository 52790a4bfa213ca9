package org.waypost.directory.ldap.contract;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.testkit.directory.DirectoryContract;
import org.waypost.testkit.directory.DirectoryPeer;
import org.waypost.testkit.ldap.SambaDomainController;

/** The contract with a domain controller of Active Directory. */
class SambaContractTest extends DirectoryContract {
    private static final Path SCHEMA = Path.of("../directory-embedded/src/main/schema/ad/waypost-schema.ldif");

    private static final int AT_ONCE = 200;

    private static SambaDomainController controller;
    private static Path password;

    @BeforeAll
    static void start(@TempDir Path folder) {
        SambaDomainController.assumePossible();
        controller = SambaDomainController.start(folder, Optional.of(SCHEMA));
        controller.load("dn: CN=Default Query Policy,CN=Query-Policies,CN=Directory Service,CN=Windows NT,CN=Services,CN=Configuration,"
                + SambaDomainController.SUFFIX + "\nchangetype: modify\nreplace: lDAPAdminLimits\nlDAPAdminLimits: MaxPageSize=" + AT_ONCE + "\n");
        password = LdapAccess.passwordFile(folder, SambaDomainController.PASSWORD);
    }

    @AfterAll
    static void stop() {
        if (controller != null) {
            controller.close();
        }
    }

    @Override
    protected DirectoryPeer peer() {
        return new Peer();
    }

    private static final class Peer implements DirectoryPeer {
        @Override
        public String suffix() {
            return SambaDomainController.SUFFIX;
        }

        @Override
        public List<String> personClasses() {
            return List.of("contact");
        }

        /** A domain controller takes its time for adding. */
        @Override
        public int many() {
            return AT_ONCE + 50;
        }

        @Override
        public void load(String ldif) {
            controller.load(ldif);
        }

        @Override
        public void stop() {
            controller.stop();
        }

        @Override
        public void start() {
            controller.start();
        }

        @Override
        public Opened open() {
            return new LdapAccess(controller.url(), SambaDomainController.ADMINISTRATOR, password, SambaDomainController.SUFFIX);
        }

        @Override
        public Optional<Login> login() {
            return Optional.of(new Login("Administrator", SambaDomainController.PASSWORD));
        }
    }
}
