package org.waypost.itests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.itests.harness.OrganizationSite.BASE;
import static org.waypost.itests.harness.OrganizationSite.PEOPLE;
import static org.waypost.itests.harness.OrganizationSite.VIRTUAL_SERVERS;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.waypost.itests.harness.Letter;
import org.waypost.itests.harness.OrganizationSite;
import org.waypost.itests.harness.Poll;
import org.waypost.itests.harness.Ports;
import org.waypost.itests.harness.RawSmtp;
import org.waypost.itests.harness.WaypostHome;

/** An organization in a real OpenLDAP server, asked over TLS and followed by syncrepl; it is changed, killed and started again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenLdapIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration LATER = Duration.ofSeconds(60);

    private OrganizationSite site;

    @BeforeAll
    void start() {
        site = OrganizationSite.openLdap("openldap");
        site.awaitStamped("alice");
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @Test
    void aUserAddedIsStampedAndReceivesMail() throws IOException {
        addUser("dora");
        Poll.until(SOON, "dora is stamped", () -> site.directory().values("uid=dora," + PEOPLE, "proxyAddresses").contains("SMTP:dora@example.com"));
        assertEquals(List.of("dora@example.com"), site.directory().values("uid=dora," + PEOPLE, "mail"));
        delivered("dora");
    }

    @Test
    void aVirtualServerComesMovesAndGoes() throws IOException {
        int first = Ports.free();
        int second = Ports.free();
        String dn = "cn=extra," + VIRTUAL_SERVERS;
        site.directory().add("""
                dn: %s
                objectClass: protocolCfgSMTPServer
                cn: extra
                msExchServerBindings: 127.0.0.1:%d:
                """.formatted(dn, first));
        Poll.until(SOON, "it listens", () -> WaypostHome.listens(first));
        try (RawSmtp open = RawSmtp.hello(first)) {
            site.directory().replace(dn, "msExchServerBindings", "127.0.0.1:" + second + ":");
            Poll.until(SOON, "it moves", () -> WaypostHome.listens(second) && !WaypostHome.listens(first));
            Letter letter = Letter.write();
            letter.send(open, "a@client.test", "bob@example.com");
            site.home().maildir("bob").await(SOON, letter.token());
        }
        site.directory().delete(dn);
        Poll.until(SOON, "it is gone", () -> !WaypostHome.listens(second));
    }

    @Test
    void mailGoesOnWhileTheDirectoryIsDown() throws IOException {
        addUser("erin");
        addUser("finn");
        site.awaitStamped("erin");
        site.awaitStamped("finn");
        addGroup("late", "erin");
        Poll.until(SOON, "the group is known", () -> site.accepts("late@example.com"));
        delivered("bob");
        Letter waiting = Letter.write();
        site.home().shell("queue:freeze categorize");
        waiting.send(site.home().smtpPort(), "a@client.test", "late@example.com");
        site.slapd().kill();
        site.home().shell("queue:unfreeze categorize");
        delivered("bob");
        Poll.until(SOON, "an unknown recipient is asked to try again", () -> site.code("finn@example.com") == 451);
        Poll.until(SOON, "mail waits, and an event says why", () -> site.home().events().contains("Categorizer/6004"));
        site.slapd().start();
        site.home().maildir("erin").await(LATER, waiting.token());
        Poll.until(LATER, "it is known again", () -> site.accepts("finn@example.com"));
    }

    @Test
    void itStartsWithItsLastConfigurationWhileTheDirectoryIsDown() throws IOException {
        site.home().stop();
        site.slapd().kill();
        site.home().start();
        assertTrue(WaypostHome.listens(site.home().smtpPort()));
        assertEquals(451, site.code("bob@example.com"), "nothing is known of a recipient yet");
        site.slapd().start();
        Poll.until(LATER, "recipients are known again", () -> site.accepts("bob@example.com"));
        delivered("bob");
    }

    private void delivered(String user) throws IOException {
        Letter letter = Letter.write();
        letter.send(site.home().smtpPort(), "a@client.test", user + "@example.com");
        site.home().maildir(user).await(SOON, letter.token());
    }

    private void addUser(String uid) {
        site.directory().add("""
                dn: uid=%1$s,%2$s
                objectClass: inetOrgPerson
                objectClass: mailRecipient
                cn: %1$s
                sn: %1$s
                mailNickname: %1$s
                """.formatted(uid, PEOPLE));
    }

    private void addGroup(String name, String member) {
        site.directory().add("""
                dn: cn=%s,ou=Groups,%s
                objectClass: groupOfNames
                objectClass: mailRecipient
                cn: %1$s
                mailNickname: %1$s
                member: uid=%s,%s
                """.formatted(name, BASE, member, PEOPLE));
    }
}
