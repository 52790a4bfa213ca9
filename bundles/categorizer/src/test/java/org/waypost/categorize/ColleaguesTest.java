package org.waypost.categorize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.waypost.categorize.Organization.expand;
import static org.waypost.categorize.Organization.local;
import static org.waypost.categorize.Organization.person;
import static org.waypost.categorize.Organization.status;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waypost.categorizer.Categorizer.Verdict;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.mail.Origin;
import org.waypost.topology.RoutingGroup;
import org.waypost.topology.Server;

/** Mailboxes and groups of the other servers of the organization. */
class ColleaguesTest {
    private static final String SERVERS = "msExchHomeServerName: /o=Example/ou=First/cn=Configuration/cn=Servers/cn=";
    private static final UUID GROUP = new UUID(0, 99);

    private final Organization org = new Organization();

    @Test
    void aMailboxOfAColleagueGoesThereOnceRoutesLeadThere() {
        org.addPerson("alice", SERVERS + "BERLIN");
        org.addPerson("bob", "msExchHomeServerName: CN=Paris,CN=Servers,CN=Example");

        assertEquals(local("alice"), org.verdict("alice@example.com"), "no map");
        org.colleagues.routed(map("berlin", "Paris"));
        assertEquals(local("alice"), org.verdict("alice@example.com"), "a map without this server");
        org.colleagues.routed(map("waypost", "berlin", "Paris"));
        assertEquals(new Verdict.Remote(Optional.of("berlin")), org.verdict("alice@example.com"));
        assertEquals(new Verdict.Remote(Optional.of("Paris")), org.verdict("bob@example.com"));
    }

    @Test
    void allOtherMailboxesAreOurs() {
        org.addPerson("alice", SERVERS + "Waypost");
        org.addPerson("bob");
        org.addPerson("carol", SERVERS + "former");
        org.colleagues.routed(map("waypost", "berlin"));

        assertEquals(List.of(local("alice"), local("bob"), local("carol")),
                org.verdicts("alice@example.com", "bob@example.com", "carol@example.com"));
    }

    @Test
    void whatIsForwardedGoesWhereItIsForwardedToWhoeverHasTheMailbox() {
        org.addPerson("bob");
        org.addPerson("alice", SERVERS + "berlin", "altRecipient: " + person("bob"), "deliverAndRedirect: TRUE");
        org.addPerson("carol", SERVERS + "berlin", "targetAddress: SMTP:carol@elsewhere.example");
        org.colleagues.routed(map("waypost", "berlin"));

        assertEquals(expand("\\alice@example.com", "bob@example.com"), org.verdict("alice@example.com"));
        assertEquals(new Verdict.Remote(Optional.of("berlin")), org.verdict("\\alice@example.com"));
        assertEquals(expand("carol@elsewhere.example"), org.verdict("carol@example.com"));
    }

    @Test
    void aGroupGoesToTheServerThatExpandsIt() {
        org.addPerson("alice");
        org.addGroup("there", "member: " + person("alice"), "msExchExpansionServerName: /o=Example/cn=Servers/cn=BERLIN");
        org.addGroup("here", "member: " + person("alice"), "msExchExpansionServerName: /o=Example/cn=Servers/cn=waypost");
        org.colleagues.routed(map("waypost", "berlin"));

        assertEquals(new Verdict.Remote(Optional.of("berlin")), org.verdict("there@example.com"));
        assertEquals(expand("alice@example.com"), org.verdict("here@example.com"));
    }

    @Test
    void whatAColleagueHandsOverItHasCheckedBefore() {
        org.addPerson("alice", "submissionContLength: 1");
        org.addPerson("boss", "msExchRequireAuthToSendTo: TRUE");
        org.from("alice@example.com");
        org.size = 2_000;
        assertEquals("5.2.3", status(org.verdict("boss@example.com")));

        org.origin = new Origin("default", "192.0.2.1:4711", "ESMTPS", "", "", "berlin");
        assertEquals(local("boss"), org.verdict("boss@example.com"));
    }

    private static OrganizationMap map(String... names) {
        List<Server> servers = Arrays.stream(names).map(name -> new Server(UUID.nameUUIDFromBytes(name.getBytes()), name, "cn=" + name,
                name + ".example.com", 25, 691, Set.of())).toList();
        RoutingGroup group = new RoutingGroup(GROUP, "First", "cn=First", Optional.empty(), servers, List.of());
        return new OrganizationMap(new TreeMap<>(Map.of(GROUP, GroupState.of(group))), String.join("", names));
    }
}
