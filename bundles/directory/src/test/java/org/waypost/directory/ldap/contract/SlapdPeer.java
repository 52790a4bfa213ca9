package org.waypost.directory.ldap.contract;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.waypost.testkit.directory.DirectoryPeer;
import org.waypost.testkit.ldap.Slapd;

/** slapd with Waypost's schema. */
final class SlapdPeer implements DirectoryPeer, AutoCloseable {
    private static final Path SCHEMA = Path.of("../directory-embedded/src/main/schema/openldap/waypost.schema");
    private static final Login ALICE = new Login("alice", "wonderland");

    private final Slapd slapd;
    private final Path password;

    SlapdPeer(Slapd.Setup setup) {
        slapd = Slapd.startWithBase(setup.schema(List.of(SCHEMA)).lines("index proxyAddresses eq"));
        password = LdapAccess.passwordFile(setup.folder(), Slapd.PASSWORD);
        slapd.load("""
                dn: uid=alice,ou=People,dc=example,dc=com
                objectClass: inetOrgPerson
                uid: alice
                cn: Alice
                sn: A
                userPassword: wonderland
                """);
    }

    @Override
    public String suffix() {
        return Slapd.SUFFIX;
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
        slapd.load(ldif);
    }

    @Override
    public void stop() {
        slapd.stop();
    }

    @Override
    public void start() {
        slapd.start();
    }

    @Override
    public Opened open() {
        return new LdapAccess(slapd.url(), Slapd.ROOT, password, Slapd.SUFFIX);
    }

    @Override
    public Optional<Login> login() {
        return Optional.of(ALICE);
    }

    @Override
    public void close() {
        slapd.close();
    }
}
