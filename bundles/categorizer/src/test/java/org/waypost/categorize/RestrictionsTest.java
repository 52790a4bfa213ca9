package org.waypost.categorize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.waypost.categorize.Organization.group;
import static org.waypost.categorize.Organization.person;
import static org.waypost.categorize.Organization.status;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waypost.mail.Origin;

/** Who may send to whom, how much, to how many. */
class RestrictionsTest {
    private final Organization org = new Organization();

    @BeforeEach
    void people() {
        org.addPerson("alice");
        org.addPerson("bob");
        org.addPerson("mallory");
        org.addGroup("staff", "member: " + person("alice"));
        org.addGroup("everybody", "member: " + group("staff"), "member: " + group("everybody"));
    }

    @Test
    void onlyThoseNamedMaySend() {
        org.addPerson("boss", "authOrig: UID=Alice, ou=people, dc=example, dc=com");

        assertEquals("Local", from("alice@example.com", "boss@example.com"));
        assertEquals("Local", from("Alice+list@example.com", "boss@example.com"));
        assertEquals("5.7.1", from("bob@example.com", "boss@example.com"));
        assertEquals("5.7.1", from("stranger@elsewhere.example", "boss@example.com"));
        assertEquals("Local", from("", "boss@example.com"), "a report on its mail");
    }

    @Test
    void thoseRefusedMayNotSendAlsoIfTheyAreAllowed() {
        org.addPerson("boss", "unauthOrig: " + person("mallory"), "authOrig: " + person("mallory"));
        org.addPerson("vice", "unauthOrig: " + person("mallory"));

        assertEquals("5.7.1", from("mallory@example.com", "boss@example.com"));
        assertEquals("5.7.1", from("mallory@example.com", "vice@example.com"));
        assertEquals("Local", from("alice@example.com", "vice@example.com"));
        assertEquals("Local", from("stranger@elsewhere.example", "vice@example.com"));
    }

    @Test
    void membersOfGroupsMaySendOrMayNotAlsoThroughOtherGroups() {
        org.addPerson("direct", "dLMemSubmitPerms: " + group("staff"));
        org.addPerson("nested", "dLMemSubmitPerms: " + group("everybody"));
        org.addPerson("closed", "dLMemRejectPerms: " + group("everybody"));

        assertEquals("Local", from("alice@example.com", "direct@example.com"));
        assertEquals("5.7.1", from("bob@example.com", "direct@example.com"));
        assertEquals("Local", from("alice@example.com", "nested@example.com"));
        assertEquals("5.7.1", from("bob@example.com", "nested@example.com"));
        assertEquals("5.7.1", from("alice@example.com", "closed@example.com"));
        assertEquals("Local", from("bob@example.com", "closed@example.com"));
    }

    @Test
    void aContactIsASenderByItsAddressOrItsTarget() {
        org.addContact("Carol", "proxyAddresses: SMTP:carol@elsewhere.example", "targetAddress: SMTP:carol@elsewhere.example");
        org.addContact("Dan", "proxyAddresses: SMTP:dan@example.com", "targetAddress: SMTP:dan@elsewhere.example");
        org.addPerson("boss", "authOrig: cn=Carol,ou=Contacts,dc=example,dc=com", "authOrig: cn=Dan,ou=Contacts,dc=example,dc=com");

        assertEquals("Local", from("carol@elsewhere.example", "boss@example.com"));
        assertEquals("Local", from("dan@elsewhere.example", "boss@example.com"));
        assertEquals("5.7.1", from("eve@elsewhere.example", "boss@example.com"));
    }

    @Test
    void someTakeMailOfAuthenticatedSendersOnly() {
        org.addGroup("team", "member: " + person("alice"), "msExchRequireAuthToSendTo: TRUE");
        org.addPerson("boss", "msExchRequireAuthToSendTo: TRUE");

        assertEquals("5.7.1", from("alice@example.com", "team@example.com"), "anybody may say so");
        assertEquals("5.7.1", from("", "team@example.com"), "a group gets no reports");
        assertEquals("Local", from("", "boss@example.com"), "a report on its mail");
        org.origin = Organization.AUTHENTICATED;
        assertEquals("Expand", from("alice@example.com", "team@example.com"));
        org.origin = Origin.HERE;
        assertEquals("Expand", from("", "team@example.com"));
    }

    @Test
    void aNestedGroupLooksAtTheOriginalSender() {
        org.addGroup("inner", "member: " + person("bob"), "authOrig: " + person("alice"));

        org.from("boss@example.com");
        org.origin = Organization.ANONYMOUS.copied("alice@example.com");
        assertEquals("Expand", status(org.verdict("inner@example.com")), "in a copy whose reports go to somebody else");
        org.from("alice@example.com");
        org.origin = Organization.ANONYMOUS.copied("mallory@example.com");
        assertEquals("5.7.1", status(org.verdict("inner@example.com")));
    }

    @Test
    void aGroupWithoutAnAddressKeepsItsRestriction() {
        org.addSilentGroup("inner", "member: " + person("bob"), "authOrig: " + person("alice"));
        org.addGroup("outer", "member: " + person("alice"), "member: " + group("inner"));

        org.from("mallory@example.com");
        assertEquals(Organization.expand("alice@example.com"), org.verdict("outer@example.com"));
        assertEquals(List.of(CategorizerEvent.MEMBER_SKIPPED), org.events.types());
        org.from("alice@example.com");
        assertEquals(Organization.expand("alice@example.com", "bob@example.com"), org.verdict("outer@example.com"));
    }

    @Test
    void exactlyAtALimitPasses() {
        org.addPerson("small", "delivContLength: 2");
        org.addPerson("poor", "submissionContLength: 1");

        org.size = 2_048;
        assertEquals("Local", from("alice@example.com", "small@example.com"));
        org.size = 2_049;
        assertEquals("5.2.3", from("alice@example.com", "small@example.com"));
        assertEquals("5.2.3", from("poor@example.com", "x@elsewhere.example"));
        org.size = 1_024;
        assertEquals("Remote", from("poor@example.com", "x@elsewhere.example"));
    }

    @Test
    void aLimitThatIsNoNumberIsPassedOverAndNamed() {
        org.addPerson("odd", "delivContLength: much");
        assertEquals("Local", from("alice@example.com", "odd@example.com"));
        assertEquals(List.of(CategorizerEvent.BAD_VALUE), org.events.types());
    }

    @Test
    void recipientsAreLimitedForTheSenderOrForAll() {
        org.addPerson("few", "msExchRecipLimit: 2");

        org.from("few@example.com");
        assertEquals(List.of("Local", "Local"), statuses("alice@example.com", "bob@example.com"));
        assertEquals(List.of("5.5.3", "5.5.3", "5.5.3"), statuses("alice@example.com", "bob@example.com", "x@elsewhere.example"));
        org.from("alice@example.com");
        String[] many = new String[101];
        Arrays.setAll(many, i -> "x" + i + "@elsewhere.example");
        assertEquals("5.5.3", statuses(many).get(0));
        assertEquals("Remote", statuses(Arrays.copyOf(many, 100)).get(0));
    }

    private String from(String sender, String recipient) {
        org.from(sender);
        return status(org.verdict(recipient));
    }

    private List<String> statuses(String... recipients) {
        return org.verdicts(recipients).stream().map(Organization::status).toList();
    }
}
