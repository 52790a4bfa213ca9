package org.waypost.directory.ldap.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.waypost.directory.ldap.service.Access.get;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.authentication.Authentication;
import org.waypost.directory.Directory;
import org.waypost.directory.DirectoryRefusedException;
import org.waypost.directory.DirectoryWrite;
import org.waypost.directory.DirectoryWrite.Assertion;
import org.waypost.directory.Entry;
import org.waypost.directory.Search;
import org.waypost.directory.Search.Role;
import org.waypost.directory.Search.Scope;
import org.waypost.directory.WriteResult;
import org.waypost.directory.ldap.service.Access.Way;
import org.waypost.testkit.ldap.Slapd;

/** Against a slapd with a size limit of 500 entries. */
class SlapdTest {
    private static final int MANY = 5000;
    private static final int RACES = 300;
    private static final String PEOPLE = "ou=People,dc=example,dc=com";
    private static final String READER = "cn=reader,dc=example,dc=com";
    private static final Path SCHEMA = Path.of("../directory-embedded/src/main/schema/openldap/waypost.schema");

    @TempDir
    private static Path folder;
    private static Slapd slapd;
    private static Path password;
    private final Access access = new Access();

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Slapd.isInstalled());
        slapd = Slapd.startWithBase(Slapd.Setup.in(folder.resolve("slapd")).schema(List.of(SCHEMA)).lines("index proxyAddresses,uid,mail eq",
                "limits dn.exact=\"" + READER + "\" size.soft=500 size.hard=500 size.prtotal=unlimited",
                "access to attrs=userPassword by * auth", "access to * by dn.exact=\"" + READER + "\" write by * read"));
        StringBuilder ldif = new StringBuilder("""
                dn: cn=reader,dc=example,dc=com
                objectClass: person
                cn: reader
                sn: reader
                userPassword: reads

                dn: uid=alice,ou=People,dc=example,dc=com
                objectClass: inetOrgPerson
                objectClass: mailRecipient
                cn: Alice
                sn: A
                uid: alice
                userPassword: wonder
                mail: alice@Example.com
                mailNickname: alice
                userPrincipalName: alice@ad.example.com
                proxyAddresses: SMTP:alice@example.com
                proxyAddresses: smtp:a.liddell@Example.COM
                jpegPhoto:: /9j/4AA=

                """);
        for (int i = 0; i < MANY; i++) {
            ldif.append("dn: ou=unit").append(i).append(",ou=Groups,dc=example,dc=com\nobjectClass: organizationalUnit\nou: unit").append(i).append("\n\n");
        }
        slapd.load(ldif.toString());
        password = Files.writeString(folder.resolve("password"), "reads\n");
    }

    @AfterAll
    static void stop() {
        if (slapd != null) {
            slapd.close();
        }
    }

    @AfterEach
    void close() {
        access.close();
    }

    private DirectoryServices services() {
        return access.to(Way.anonymous().as(READER, password), slapd.url());
    }

    private Directory directory() {
        return services().directory();
    }

    @Test
    void aSizeLimitCutsNothingShort() throws Exception {
        Set<UUID> ids = new HashSet<>();
        Search search = new Search(Role.CONFIGURATION, "ou=Groups,dc=example,dc=com", Scope.ONE_LEVEL, "(objectClass=*)", Set.of("ou"));
        assertEquals(MANY, get(directory().search(search, entry -> ids.add(entry.id()))));
        assertEquals(MANY, ids.size());
        assertEquals(1234, get(directory().search(search, 1234)).size());
    }

    @Test
    void anAnswerThatTheServerCutsIsAnError() {
        Directory anonymous = access.to(Way.anonymous(), slapd.url()).directory();
        Search search = new Search(Role.CONFIGURATION, "ou=Groups,dc=example,dc=com", Scope.ONE_LEVEL, "(objectClass=*)", Set.of("ou"));
        assertThrows(DirectoryRefusedException.class, () -> get(anonymous.search(search, entry -> {})));
    }

    @Test
    void anEntryComesWithItsIdAndItsTexts() throws Exception {
        Entry alice = get(directory().read(Role.DOMAIN, "uid=alice," + PEOPLE, Set.of())).orElseThrow();
        assertEquals(List.of("alice"), alice.values("UID"));
        assertTrue(alice.isA("mailrecipient"));
        assertEquals(List.of(), alice.values("userPassword"));
        assertEquals(List.of(), alice.values("jpegPhoto"));
        assertEquals(Optional.empty(), get(directory().read(Role.DOMAIN, "uid=nobody," + PEOPLE, Set.of())));
    }

    @Test
    void whatCannotBeReadIsRefused() {
        Directory directory = directory();
        assertThrows(DirectoryRefusedException.class,
                () -> get(directory.search(new Search(Role.DOMAIN, "", Scope.SUBTREE, "(uid=", Set.of()), 1)));
        assertThrows(DirectoryRefusedException.class,
                () -> get(directory.search(new Search(Role.DOMAIN, "dc=nowhere", Scope.SUBTREE, "(uid=*)", Set.of()), 1)));
    }

    @Test
    void aWriteOnConditionSeesWhoWasThereFirst() throws Exception {
        Directory directory = directory();
        String dn = "uid=writer," + PEOPLE;
        DirectoryWrite add = new DirectoryWrite.Add(dn, Map.of("objectClass", List.of("inetOrgPerson", "mailRecipient"), "cn", List.of("W"),
                "sn", List.of("W"), "uid", List.of("writer"), "proxyAddresses", List.of("SMTP:w@example.com")));
        assertInstanceOf(WriteResult.Done.class, get(directory.write(Role.DOMAIN, add)));
        assertInstanceOf(WriteResult.Exists.class, get(directory.write(Role.DOMAIN, add)));
        Assertion stillOne = new Assertion("proxyAddresses", List.of("SMTP:w@example.com"));
        DirectoryWrite second = new DirectoryWrite.Replace(dn,
                Map.of("proxyAddresses", List.of("SMTP:w@example.com", "smtp:w2@example.com"), "mail", List.of("w@example.com")), Optional.of(stillOne));
        assertInstanceOf(WriteResult.Done.class, get(directory.write(Role.DOMAIN, second)));
        assertInstanceOf(WriteResult.Conflict.class, get(directory.write(Role.DOMAIN, second)));
        assertEquals(Set.of("SMTP:w@example.com", "smtp:w2@example.com"),
                Set.copyOf(get(directory.read(Role.DOMAIN, dn, Set.of("proxyAddresses"))).orElseThrow().values("proxyAddresses")));
        DirectoryWrite removal = new DirectoryWrite.Replace(dn, Map.of("mail", List.of()), Optional.empty());
        assertInstanceOf(WriteResult.Done.class, get(directory.write(Role.DOMAIN, removal)));
        assertInstanceOf(WriteResult.Done.class, get(directory.write(Role.DOMAIN, new DirectoryWrite.Delete(dn))));
        assertInstanceOf(WriteResult.Missing.class, get(directory.write(Role.DOMAIN, new DirectoryWrite.Delete(dn))));
        assertInstanceOf(WriteResult.Missing.class, get(directory.write(Role.DOMAIN, second)));
        DirectoryWrite forbidden = new DirectoryWrite.Add("uid=x," + PEOPLE, Map.of("objectClass", List.of("nonsense")));
        assertInstanceOf(WriteResult.Refused.class, get(directory.write(Role.DOMAIN, forbidden)));
    }

    /** Both are under way at once: whichever is first, nobody's change goes unseen. */
    @Test
    void whatIsChangedIsNotDeletedByWhoDidNotSeeIt() throws Exception {
        Directory directory = directory();
        Set<String> outcomes = new HashSet<>();
        for (int i = 0; i < RACES; i++) {
            String dn = "uid=racer" + i + "," + PEOPLE;
            assertInstanceOf(WriteResult.Done.class, get(directory.write(Role.DOMAIN, new DirectoryWrite.Add(dn,
                    Map.of("objectClass", List.of("inetOrgPerson"), "cn", List.of("R"), "sn", List.of("R"), "uid", List.of("racer" + i))))));
            var change = directory.write(Role.DOMAIN, new DirectoryWrite.Replace(dn, Map.of("title", List.of("Dr")), Optional.empty()));
            var deletion = directory.write(Role.DOMAIN, new DirectoryWrite.Delete(dn, List.of(new Assertion("title", List.of()))));
            outcomes.add(get(change).getClass().getSimpleName() + " " + get(deletion).getClass().getSimpleName());
        }
        assertTrue(Set.of("Done Conflict", "Missing Done").containsAll(outcomes), outcomes.toString());
    }

    @Test
    void aUserLogsInByAnyOfItsNames() throws Exception {
        DirectoryServices services = services();
        for (String user : List.of("alice", "alice@example.com", "A.Liddell@example.com", "alice@ad.example.com", "uid=alice," + PEOPLE)) {
            Authentication.Accepted accepted = assertInstanceOf(Authentication.Accepted.class,
                    get(services.authenticator().authenticate(user, "wonder".toCharArray())), user);
            assertEquals("alice", accepted.user());
            assertEquals(Set.of("alice@example.com", "a.liddell@example.com"), accepted.addresses());
        }
    }

    @Test
    void whatProvesNothingIsDenied() throws Exception {
        DirectoryServices services = services();
        for (String[] pair : new String[][] {{"alice", "wrong"}, {"alice", ""}, {"nobody", "wonder"}, {"*", "wonder"}, {"al*ce", "wonder"},
                {"alice)(uid=*", "wonder"}, {"", "wonder"}, {"cn=nobody,dc=example,dc=com", "wonder"}}) {
            assertInstanceOf(Authentication.Denied.class, get(services.authenticator().authenticate(pair[0], pair[1].toCharArray())), pair[0]);
        }
    }

    @Test
    void recipientsAreFoundByAddressAndByName() throws Exception {
        DirectoryServices services = services();
        assertEquals(List.of("alice"), get(services.recipients().byAddress("smtp:ALICE@example.com")).get(0).values("uid"));
        assertEquals(List.of("alice"), get(services.recipients().byDn("UID=alice," + PEOPLE)).orElseThrow().values("uid"));
        assertEquals(List.of(), get(services.recipients().byAddress("smtp:nobody@example.com")));
        assertEquals(Optional.empty(), get(services.recipients().byDn("no dn")));
        assertThrows(DirectoryRefusedException.class, () -> get(services.recipients().matching("", "(ou=unit*)", 10)));
    }
}
