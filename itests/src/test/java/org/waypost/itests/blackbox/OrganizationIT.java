package org.waypost.itests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.itests.harness.OrganizationSite.PEOPLE;
import static org.waypost.itests.harness.OrganizationSite.POLICIES;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.waypost.itests.harness.Letter;
import org.waypost.itests.harness.OrganizationSite;
import org.waypost.itests.harness.Poll;
import org.waypost.itests.harness.Ports;
import org.waypost.itests.harness.RawSmtp;
import org.waypost.itests.harness.SharedOrganization;
import org.waypost.itests.harness.WaypostHome;

/** A new home with the sample organization in the directory of its own: what README shows, and a change of policy. */
@ExtendWith(SharedOrganization.class)
class OrganizationIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String SEATTLE = "cn=Seattle," + POLICIES;

    private final OrganizationSite site;

    OrganizationIT(OrganizationSite site) {
        this.site = site;
    }

    @Test
    void mailToASecondAddress() throws IOException {
        assertTrue(sent("alice.miller@example.com", "alice").contains("Delivered-To: alice"));
    }

    @Test
    void mailToANestedGroup() throws IOException {
        Letter letter = Letter.write();
        send(letter, "all@example.com");
        for (String mailbox : new String[] {"alice", "bob", "carol"}) {
            site.home().maildir(mailbox).await(SOON, letter.token());
        }
        assertEquals(1, site.home().maildir("alice").messages().stream().filter(text -> text.contains(letter.token())).count());
    }

    @Test
    void mailToAForwardedUser() throws IOException {
        Letter letter = Letter.write();
        send(letter, "carol@example.com");
        site.home().maildir("carol").await(SOON, letter.token());
        site.home().maildir("alice").await(SOON, letter.token());
    }

    @Test
    void anUnknownUserIsRefused() throws IOException {
        try (RawSmtp server = RawSmtp.hello(site.home().smtpPort())) {
            server.command("MAIL FROM:<a@client.test>").expect(250);
            assertTrue(server.command("RCPT TO:<nobody@example.com>").expect(550).text().contains("5.1.1"));
            assertTrue(server.command("RCPT TO:<nobody@elsewhere.example>").expect(550).text().contains("5.7.1"));
            server.command("RCPT TO:<postmaster@example.com>").expect(250);
        }
    }

    @Test
    void thePolicyOfSeattle() throws IOException {
        site.directory().add("""
                dn: uid=sam,%1$s
                objectClass: inetOrgPerson
                objectClass: mailRecipient
                cn: Sam Stone
                sn: Stone
                l: Seattle
                mailNickname: sam

                dn: %2$s
                objectClass: msExchRecipientPolicy
                cn: Seattle
                msExchPolicyOrder: 1
                purportedSearch: (&(mailNickname=*)(l=Seattle))
                gatewayProxy: SMTP:@example.com
                gatewayProxy: smtp:@seattle.example.com
                """.formatted(PEOPLE, SEATTLE));
        Poll.until(SOON, "the new domain is accepted", () -> site.accepts("sam@seattle.example.com"));
        sent("sam@seattle.example.com", "sam");
        assertTrue(site.directory().values("uid=sam," + PEOPLE, "proxyAddresses").contains("SMTP:sam@example.com"));
        site.directory().delete(SEATTLE);
        Poll.until(SOON, "the domain is refused again", () -> !site.accepts("sam@seattle.example.com"));
        sent("sam@example.com", "sam");
    }

    @Test
    void aCorruptPolicyIsNamedAndTheRestWorks() throws IOException {
        String dn = "cn=Corrupt," + POLICIES;
        site.directory().add("""
                dn: %s
                objectClass: msExchRecipientPolicy
                cn: Corrupt
                msExchPolicyOrder: 2
                purportedSearch: (&(mailNickname=*)(l=
                gatewayProxy: SMTP:@corrupt.example.com
                """.formatted(dn));
        Poll.until(SOON, "an event names it", () -> site.home().events().contains(dn));
        sent("bob@example.com", "bob");
        site.directory().delete(dn);
    }

    @Test
    void aReplicatedSettingNamesItsOwnerAndCanBeOverriddenForATime() {
        String key = "/LM/SmtpSvc/default";
        int usual = site.home().smtpPort();
        int other = Ports.free();
        String refused = site.home().refusedShell("metabase:set " + key + " bindings 127.0.0.1:" + other);
        assertTrue(refused.contains("cn=default," + OrganizationSite.VIRTUAL_SERVERS), refused);
        site.home().shell("metabase:set --until 5s " + key + " bindings 127.0.0.1:" + other);
        Poll.until(SOON, "the override is in force", () -> WaypostHome.listens(other));
        Poll.until(SOON, "it ended by itself", () -> WaypostHome.listens(usual) && !WaypostHome.listens(other));
    }

    private String sent(String to, String mailbox) throws IOException {
        Letter letter = Letter.write();
        send(letter, to);
        return site.home().maildir(mailbox).await(SOON, letter.token());
    }

    private void send(Letter letter, String to) throws IOException {
        letter.send(site.home().smtpPort(), "writer@client.test", to);
    }
}
