package org.waypost.itests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.itests.harness.OrganizationSite.PEOPLE;
import static org.waypost.itests.harness.OrganizationSite.POLICIES;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.waypost.itests.harness.HttpApi;
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

    @Test
    void aVirtualServerIsChangedInItsFormWhileAConnectionStays() throws IOException {
        HttpApi api = HttpApi.of(site.home());
        String path = "/objects/VIRTUAL_SERVER/waypost/default";
        String revision = api.get(path).text("revision");
        try (RawSmtp open = RawSmtp.hello(site.home().smtpPort())) {
            assertEquals(200, save(api, path, revision, "\"maxMessageSize\":\"2048000\"").status());
            Poll.until(SOON, "a new session is told so", this::tellsTheNewSize);
            Poll.until(SOON, "it is said to be in force", () -> api.get(path + "/standing").body().contains("IN_FORCE"));
            open.command("NOOP").expect(250);
        }
        assertEquals(409, save(api, path, revision, "\"maxErrors\":\"5\"").status(), "the form is stale");
        assertEquals(422, save(api, path, api.get(path).text("revision"), "\"maxErrors\":\"0\"").status());
        assertEquals(200, save(api, path, api.get(path).text("revision"), "\"maxMessageSize\":[]").status());
        assertTrue(site.home().events().contains("maxMessageSize=2048000"));
    }

    private boolean tellsTheNewSize() {
        try (RawSmtp server = RawSmtp.hello(site.home().smtpPort())) {
            return server.command("EHLO client.test").text().contains("SIZE 2048000");
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aVirtualServerIsMadeListensAndIsDeleted() throws IOException {
        HttpApi api = HttpApi.of(site.home());
        String binding = "127.0.0.1:" + Ports.free();
        int port = Integer.parseInt(binding.substring(binding.indexOf(':') + 1));
        String made = site.home().shell("server:create waypost second bindings=" + binding + " hostName=second.example.com");
        assertTrue(made.contains("In force"), made);
        Poll.until(SOON, "it listens", () -> WaypostHome.listens(port));
        try (RawSmtp second = RawSmtp.hello(port)) {
            assertTrue(second.command("EHLO client.test").text().contains("second.example.com"));
        }
        assertEquals(422, api.ask("POST", "/objects/VIRTUAL_SERVER",
                "{\"parent\":\"waypost\",\"name\":\"third\",\"values\":{\"bindings\":\"" + binding + "\"}}").status(), "the port is taken");
        assertEquals(200, api.ask("DELETE", "/objects/VIRTUAL_SERVER/waypost/second", "").status());
        Poll.until(SOON, "its socket is closed", () -> !WaypostHome.listens(port));
        HttpApi.Answer last = api.ask("DELETE", "/objects/VIRTUAL_SERVER/waypost/default", "");
        assertEquals(409, last.status());
        assertTrue(last.body().contains("waypost has no other one"), last.body());
    }

    @Test
    void aConnectorIsMadeChangedAndDeletedInItsForm() {
        HttpApi api = HttpApi.of(site.home());
        String path = "/objects/SMTP_CONNECTOR/First%20Routing%20Group/Elsewhere";
        assertEquals(200, api.ask("POST", "/objects/SMTP_CONNECTOR", "{\"parent\":\"First Routing Group\",\"name\":\"Elsewhere\","
                + "\"values\":{\"addressSpaces\":\"SMTP:elsewhere.test;1\",\"smartHost\":\"one.elsewhere.test\"}}").status());
        Poll.until(SOON, "mail goes by it", () -> hosts(api).contains("one.elsewhere.test"));
        assertEquals(200, save(api, path, api.get(path).text("revision"), "\"smartHost\":\"two.elsewhere.test,[127.0.0.1]:2\",\"cost\":\"9\"").status());
        Poll.until(SOON, "mail goes by the other smart host", () -> hosts(api).contains("two.elsewhere.test"));
        Poll.until(SOON, "it is said to be in force", () -> api.get(path + "/standing").body().contains("IN_FORCE"));
        String shown = site.home().shell("connector:show Elsewhere");
        assertTrue(shown.contains("two.elsewhere.test") && shown.contains("In force"), shown);
        assertEquals(409, api.ask("DELETE", path + "?revision=another", "").status());
        assertEquals(200, api.ask("DELETE", path + "?revision=" + api.get(path).text("revision"), "").status());
        Poll.until(SOON, "mail does not go by it", () -> !route(api).contains("connector:Elsewhere"));
    }

    private static HttpApi.Answer save(HttpApi api, String path, String revision, String values) {
        return api.ask("PUT", path, "{\"revision\":\"" + revision + "\",\"values\":{" + values + "}}");
    }

    private static String hosts(HttpApi api) {
        return route(api).contains("connector:Elsewhere") ? api.get("/routes/connectors").body() : "";
    }

    private static String route(HttpApi api) {
        return api.get("/routes/explain?recipient=a@elsewhere.test").body();
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
