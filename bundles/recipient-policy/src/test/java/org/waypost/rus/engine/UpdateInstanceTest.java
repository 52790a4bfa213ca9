package org.waypost.rus.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.waypost.directory.DirectoryWrite;
import org.waypost.policy.Run;

class UpdateInstanceTest {
    private static final String DEFAULT_DN = Organization.policyDn("Default Policy");

    private final Organization organization = new Organization();

    @AfterEach
    void close() throws Exception {
        organization.close();
    }

    @Test
    void stampsTheSeattleExample() {
        organization.user("ann", "l: Seattle");
        organization.user("bob", "l: Rome");
        organization.watched();
        UpdateInstance instance = start();
        Organization.await("default", () -> organization.addresses("bob").equals(List.of("SMTP:bob@example.com")));
        organization.policy("Seattle", 1, "(l=Seattle)", "SMTP:@example.com", "smtp:@seattle.example.com", "X400:c=us;a= ;p=Example;o=Exchange;");
        Organization.await("Seattle", () -> organization.addresses("ann").contains("smtp:ann@seattle.example.com"));
        Organization.await("idle", () -> instance.status().state().equals("following"));
        assertEquals(List.of("SMTP:ann@example.com", "smtp:ann@seattle.example.com", "X400:c=us;a= ;p=Example;o=Exchange;s=ann;"),
                organization.addresses("ann"));
        assertEquals("ann@example.com", organization.value("ann", "mail"));
        assertEquals("/o=Example/ou=First Administrative Group/cn=Recipients/cn=ann", organization.value("ann", "legacyExchangeDN"));
        assertEquals("c=us;a= ;p=Example;o=Exchange;s=ann;", organization.value("ann", "textEncodedORAddress"));
        assertEquals(List.of("SMTP:bob@example.com"), organization.addresses("bob"));
    }

    @Test
    void writesNothingTheSecondTime() {
        for (int i = 0; i < 40; i++) {
            organization.user("user" + i, "mailNickname: same", "sn: Clark");
        }
        organization.directory.set(DEFAULT_DN, "gatewayProxy", "SMTP:@example.com", "smtp:%s@example.com", "X400:c=us;p=Example;");
        organization.watched();
        UpdateInstance instance = start();
        Organization.await("stamped", () -> instance.status().last().seen() == 40 && !organization.addresses("user39").isEmpty());
        Organization.await("idle", () -> instance.status().state().equals("following"));
        long writes = organization.directory.writes();
        Run again = instance.rebuild().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
        assertEquals(new Run(40, 40, 0, 0, 0), again);
        assertEquals(writes, organization.directory.writes());
    }

    @Test
    void keepsFormerAddressesAsSecondary() {
        organization.user("ann", "proxyAddresses: SMTP:old@example.org", "proxyAddresses: X400:c=de;s=ann;", "proxyAddresses: x500:/o=old");
        organization.directory.set(DEFAULT_DN, "gatewayProxy", "SMTP:@example.com", "X400:c=us;p=Example;");
        organization.watched();
        start();
        Organization.await("stamped", () -> Set.copyOf(organization.addresses("ann")).equals(Set.of("SMTP:ann@example.com", "X400:c=us;p=Example;s=ann;",
                "smtp:old@example.org", "x400:c=de;s=ann;", "x500:/o=old")));
    }

    @Test
    void givesTheLowestNumberFreeInAllAddresses() {
        organization.user("other", "proxyAddresses: SMTP:ann@example.com", "msExchPoliciesExcluded: all");
        organization.user("another", "proxyAddresses: SMTP:ann2@example.net", "msExchPoliciesExcluded: all");
        organization.user("ann");
        organization.directory.set(DEFAULT_DN, "gatewayProxy", "SMTP:@example.com", "smtp:@example.net");
        organization.watched();
        start();
        Organization.await("stamped", () -> organization.addresses("ann").equals(List.of("SMTP:ann3@example.com", "smtp:ann3@example.net")));
        assertEquals(List.of("SMTP:ann@example.com"), organization.addresses("other"));
    }

    @Test
    void leavesOutAFaultyPolicyByName() {
        organization.policy("Broken", 1, "(l=Seattle", "SMTP:@broken.example.com");
        organization.policy("Typo", 2, "(l=Seattle)", "SMTP:%q@broken.example.com");
        organization.policy("Seattle", 3, "(l=Seattle)", "SMTP:@seattle.example.com");
        organization.user("ann", "l: Seattle");
        organization.watched();
        start();
        Organization.await("stamped", () -> organization.addresses("ann").equals(List.of("SMTP:ann@seattle.example.com")));
        assertTrue(organization.events.has("POLICY_FAULT", "Broken", "purportedSearch"), organization.events.reports().toString());
        assertTrue(organization.events.has("POLICY_FAULT", "Typo", "%q"), organization.events.reports().toString());
    }

    @Test
    void keepsWhatWasGoodAndTheDefaultPolicy() {
        organization.policy("Seattle", 3, "(l=Seattle)", "SMTP:@seattle.example.com");
        organization.watched();
        start();
        organization.directory.set(Organization.policyDn("Seattle"), "purportedSearch", "(((");
        organization.directory.delete(DEFAULT_DN);
        organization.user("ann", "l: Seattle");
        organization.user("bob");
        Organization.await("stamped", () -> organization.addresses("ann").equals(List.of("SMTP:ann@seattle.example.com"))
                && organization.addresses("bob").equals(List.of("SMTP:bob@example.com")));
        assertTrue(organization.events.has("DEFAULT_POLICY_GONE"));
    }

    @Test
    void reportsOnlyInAForeignDirectory() {
        organization.directory.foreign(true);
        organization.user("ann");
        organization.watched();
        UpdateInstance instance = start();
        Run run = instance.rebuild().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
        assertEquals(new Run(1, 1, 0, 1, 0), run);
        assertEquals(0, organization.directory.writes());
        assertFalse(instance.status().stamping());
        instance.configure(new RusSettings("", Optional.empty(), Optional.of(true), 8));
        Organization.await("stamped", () -> organization.addresses("ann").equals(List.of("SMTP:ann@example.com")));
    }

    @Test
    void goesOnWhenTheDirectoryIsBack() {
        organization.watched();
        UpdateInstance instance = start();
        organization.directory.away();
        Organization.await("away", () -> instance.status().state().startsWith("waits"));
        organization.user("ann");
        organization.directory.back();
        Organization.await("stamped", () -> organization.addresses("ann").equals(List.of("SMTP:ann@example.com")));
        assertTrue(organization.events.has("DIRECTORY_AWAY"));
    }

    @Test
    void countsWhomItCannotWrite() {
        organization.directory.refuse(write -> write instanceof DirectoryWrite.Replace);
        organization.user("ann");
        organization.watched();
        Run run = start().rebuild().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
        assertEquals(new Run(1, 1, 0, 0, 1), run);
        assertTrue(organization.events.has("RECIPIENT_FAILED", "uid=ann"));
    }

    @Test
    void followsFromItsPositionAfterARestart() {
        organization.user("ann");
        organization.watched();
        UpdateInstance first = start();
        Organization.await("stamped", () -> !organization.addresses("ann").isEmpty());
        first.rebuild().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
        Organization.await("idle", () -> first.status().lag().isPresent() && first.status().state().equals("following"));
        first.close();
        organization.user("bob");
        long runs = runsEnded();
        start();
        Organization.await("stamped", () -> !organization.addresses("bob").isEmpty());
        assertEquals(runs, runsEnded(), "no pass over all");
    }

    @Test
    void choosesAmongFiveThousandPolicies() {
        for (int i = 0; i < 5_000; i++) {
            organization.policy("City " + i, 5_000 - i, "(&(mailNickname=*)(l=City " + i + "))", "SMTP:@city" + i + ".example.com");
        }
        organization.user("ann", "l: City 17");
        organization.user("bob", "l: City 4999");
        organization.watched();
        start();
        Organization.await("stamped", () -> organization.addresses("ann").equals(List.of("SMTP:ann@city17.example.com"))
                && organization.addresses("bob").equals(List.of("SMTP:bob@city4999.example.com")));
    }

    @Test
    void stampsHundredsWithOneAliasInSeconds() {
        for (int i = 0; i < 600; i++) {
            organization.user("user" + i, "mailNickname: same");
        }
        organization.watched();
        UpdateInstance instance = start();
        Organization.await("stamped", () -> instance.status().last().seen() == 600);
        for (int i = 0; i < 600; i++) {
            assertFalse(organization.addresses("user" + i).isEmpty(), "user" + i);
        }
        assertTrue(organization.events.has("RUN_ENDED", "600, 0, 0"));
    }

    private long runsEnded() {
        return organization.events.reports().stream().filter(report -> report.startsWith("RUN_ENDED")).count();
    }

    private UpdateInstance start() {
        return organization.instance("one", RusSettings.DEFAULT);
    }
}
