package org.waypost.categorize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.categorize.Organization.expand;
import static org.waypost.categorize.Organization.group;
import static org.waypost.categorize.Organization.person;
import static org.waypost.categorize.Organization.status;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.waypost.categorizer.Categorizer.Verdict;
import org.waypost.mail.Address;

/** What a group stands for. */
class GroupsTest {
    private final Organization org = new Organization();

    @Test
    void aGroupStandsForThePrimaryAddressesOfItsMembers() {
        org.addPerson("alice", "proxyAddresses: smtp:a@example.com");
        org.addContact("Carol", "targetAddress: SMTP:carol@elsewhere.example");
        org.addGroup("inner", "member: " + person("alice"));
        org.addGroup("team", "member: " + person("alice"), "member: cn=Carol,ou=Contacts,dc=example,dc=com", "member: " + group("inner"));

        assertEquals(expand("alice@example.com", "carol@elsewhere.example", "inner@example.com"), org.verdict("team@example.com"));
        assertEquals(List.of(), org.events.types());
    }

    @Test
    void membersThatGetNoMailArePassedOver() {
        org.addPerson("alice");
        org.directory.add("cn=printer,dc=example,dc=com", "objectClass: device", "cn: printer");
        org.addGroup("team", "member: " + person("gone"), "member: cn=printer,dc=example,dc=com", "member: no name at all",
                "member: " + person("alice"));

        assertEquals(expand("alice@example.com"), org.verdict("team@example.com"));
        assertEquals(Collections.nCopies(3, CategorizerEvent.MEMBER_SKIPPED), org.events.types());
    }

    @Test
    void groupsWithoutAnAddressAreExpandedOnTheSpotAndCirclesAmongThemEnd() {
        org.addPerson("alice");
        org.addPerson("bob");
        org.addSilentGroup("one", "member: " + person("alice"), "member: " + group("two"));
        org.addSilentGroup("two", "member: " + person("bob"), "member: " + group("one"));
        org.addGroup("team", "member: " + group("one"), "member: " + person("alice"));

        assertEquals(expand("alice@example.com", "bob@example.com"), org.verdict("team@example.com"));
    }

    @Test
    void aGroupWithoutMembersReturnsItsMail() {
        org.addGroup("empty");
        assertEquals("5.2.4", status(org.verdict("empty@example.com")));
    }

    @Test
    void aDynamicGroupStandsForAllThatMatchButItself() {
        org.addPerson("alice", "l: Seattle");
        org.addPerson("bob", "l: Seattle");
        org.addPerson("carol", "l: Oslo");
        org.addGroup("seattle", "l: Seattle", "msExchDynamicDLFilter: (l=Seattle)", "msExchDynamicDLBaseDN: dc=example,dc=com");

        assertEquals(List.of("alice@example.com", "bob@example.com"), addresses(org.verdict("seattle@example.com")));
    }

    @Test
    void aFilterThatCannotBeReadFailsItsGroupOnly() {
        org.addPerson("alice");
        org.addGroup("broken", "msExchDynamicDLFilter: (l=");

        List<Verdict> verdicts = org.verdicts("broken@example.com", "alice@example.com");
        assertEquals(List.of("5.2.4", "Local"), verdicts.stream().map(Organization::status).toList());
        assertEquals(List.of(CategorizerEvent.GROUP_FAILED), org.events.types());
        assertTrue(org.events.parameters().get(0).contains(group("broken")));
    }

    @Test
    void aGroupIsBounded() {
        String[] members = IntStream.range(0, 51).mapToObj(i -> "member: " + org.addPerson("m" + i, "l: Seattle")).toArray(String[]::new);
        org.addGroup("large", members);
        org.addGroup("enough", Arrays.copyOf(members, 50));
        org.addGroup("dynamic", "msExchDynamicDLFilter: (l=Seattle)");
        org.addSilentGroup("rest", members[50]);
        org.addGroup("sum", Arrays.copyOf(members, 50));
        org.directory.addValues(group("sum"), "member", group("rest"));

        assertEquals("5.2.4", status(org.verdict("large@example.com")));
        assertEquals("Expand", status(org.verdict("enough@example.com")));
        assertEquals("5.2.4", status(org.verdict("dynamic@example.com")));
        assertEquals("5.2.4", status(org.verdict("sum@example.com")), "also in sum");
    }

    @Test
    void anotherServerExpandsItsOwnGroupsIfItExists() {
        org.addPerson("alice");
        org.addGroup("here", "member: " + person("alice"), "msExchExpansionServerName: /o=Example/ou=First/cn=Configuration/cn=Servers/cn=WAYPOST");
        org.addGroup("there", "member: " + person("alice"), "msExchExpansionServerName: /o=Example/ou=First/cn=Configuration/cn=Servers/cn=other");
        org.addGroup("gone", "member: " + person("alice"), "msExchExpansionServerName: CN=former,CN=Servers,CN=Example");
        org.directory.add("cn=other,cn=Servers,cn=Configuration,dc=example,dc=com", "objectClass: msExchExchangeServer", "cn: other");

        assertEquals("Expand", status(org.verdict("here@example.com")));
        assertEquals(new Verdict.Remote(), org.verdict("there@example.com"));
        assertEquals("Expand", status(org.verdict("gone@example.com")), "nobody else would");
    }

    @Test
    void reportsGoToTheOwnerOrToNobodyByACopyOfItsOwn() {
        org.addPerson("alice");
        org.addPerson("boss");
        org.addGroup("owned", "member: " + person("alice"), "managedBy: " + person("boss"), "reportToOwner: TRUE");
        org.addGroup("quiet", "member: " + person("alice"), "reportToOriginator: FALSE");
        org.addGroup("plain", "member: " + person("alice"), "reportToOriginator: TRUE");
        org.addGroup("ownerless", "member: " + person("alice"), "reportToOwner: TRUE");

        assertEquals(copy("boss@example.com"), org.verdict("owned@example.com"));
        assertEquals(copy(""), org.verdict("quiet@example.com"));
        assertEquals(expand("alice@example.com"), org.verdict("plain@example.com"));
        assertEquals(copy(""), org.verdict("ownerless@example.com"));
    }

    @Test
    void thereIsNoCopyWithoutNeed() {
        org.addPerson("alice");
        org.addPerson("boss");
        org.addGroup("owned", "member: " + person("alice"), "managedBy: " + person("boss"), "reportToOwner: TRUE");

        org.from("boss@example.com");
        assertEquals(expand("alice@example.com"), org.verdict("owned@example.com"));
        org.from("");
        assertEquals(expand("alice@example.com"), org.verdict("owned@example.com"), "a report stays one");
    }

    private static Verdict copy(String sender) {
        return new Verdict.Bifurcate(sender.isEmpty() ? Optional.empty() : Optional.of(Address.of(sender)),
                List.of(Address.of("alice@example.com")));
    }

    private static List<String> addresses(Verdict verdict) {
        return ((Verdict.Expand) verdict).addresses().stream().map(Address::toString).sorted().toList();
    }
}
