package org.waypost.itests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.itests.harness.OrganizationSite.PEOPLE;
import static org.waypost.itests.harness.OrganizationSite.POLICIES;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.waypost.itests.harness.CountingWriter;
import org.waypost.itests.harness.OrganizationSite;
import org.waypost.itests.harness.Poll;

/**
 * Again and again the server is killed while it replicates a policy's domains, stamps new recipients who all want
 * the same few addresses, and writes to its metabase. What was acknowledged is there after it, and the rest is made
 * up for. {@code -Dwaypost.kills=50} for more of them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DirectoryDurabilityIT {
    private static final int KILLS = Integer.getInteger("waypost.kills", 3);
    private static final int NAMES = 3;
    private static final int USERS = 40;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String KEY = "/LM/Durability";
    private static final String PROPERTY = "counter";
    private static final String POLICY = "cn=Durability," + POLICIES;

    private final List<String> users = new ArrayList<>();
    private final Random random = new Random(4);
    private OrganizationSite site;
    private int written;

    @BeforeAll
    void start() {
        site = OrganizationSite.openLdap("directory-durability");
        site.directory().add("""
                dn: %s
                objectClass: msExchRecipientPolicy
                cn: Durability
                msExchPolicyOrder: 1
                purportedSearch: (&(mailNickname=*)(l=Durability))
                gatewayProxy: SMTP:@example.com
                """.formatted(POLICY));
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @Test
    void whatWasAcknowledgedSurvivesTheKill() {
        for (int round = 0; round < KILLS; round++) {
            killInTheMiddle(round);
            site.home().start();
            int found = counter();
            assertTrue(found >= written, "acknowledged " + written + ", found " + found);
            written = found;
        }
        Poll.until(SOON, "the last domain is accepted", () -> site.code("nobody@" + domain(KILLS - 1)) == 550
                && site.home().shell("metabase:ls /LM/SmtpSvc/default/Domain").contains(domain(KILLS - 1)));
        Set<String> addresses = new HashSet<>();
        for (String user : users) {
            Poll.until(SOON, user + " is stamped", () -> !addressesOf(user).isEmpty());
            for (String address : addressesOf(user)) {
                assertTrue(addresses.add(address.toLowerCase()), "given twice: " + address);
            }
        }
        assertFalse(site.home().events().contains("Metabase/2 "), "the metabase was damaged");
        System.out.printf("DirectoryDurabilityIT: %d kills, %d metabase writes acknowledged, %d recipients stamped, 0 lost, 0 addresses twice%n",
                KILLS, written, users.size());
        assertEquals(KILLS * USERS, users.size());
    }

    private void killInTheMiddle(int round) {
        try (CountingWriter writer = CountingWriter.start(site.home(), KEY, PROPERTY, written, 2_000)) {
            int goal = written + 5 + random.nextInt(50);
            Poll.until(SOON, "metabase writes are under way", () -> writer.acknowledged() > written);
            site.directory().replace(POLICY, "gatewayProxy", "SMTP:@example.com", "smtp:@" + domain(round));
            for (int i = 0; i < USERS; i++) {
                addUser("d" + round + "x" + i, "name" + random.nextInt(NAMES));
            }
            Poll.until(SOON, "metabase writes are acknowledged", () -> writer.acknowledged() >= goal);
            site.home().kill();
            written = writer.finish();
        }
    }

    private static String domain(int round) {
        return "round" + round + ".example.com";
    }

    private void addUser(String uid, String alias) {
        site.directory().add("""
                dn: uid=%1$s,%2$s
                objectClass: inetOrgPerson
                objectClass: mailRecipient
                cn: %1$s
                sn: %1$s
                l: Durability
                mailNickname: %3$s
                """.formatted(uid, PEOPLE, alias));
        users.add(uid);
    }

    private List<String> addressesOf(String uid) {
        return site.directory().values("uid=" + uid + "," + PEOPLE, "proxyAddresses");
    }

    private int counter() {
        return site.home().shell("metabase:get " + KEY + " " + PROPERTY).lines().map(line -> line.replaceAll(".*?(\\d+).*", "$1"))
                .filter(line -> line.matches("\\d+")).mapToInt(Integer::parseInt).max().orElse(0);
    }
}
