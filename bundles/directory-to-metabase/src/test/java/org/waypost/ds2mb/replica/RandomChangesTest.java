package org.waypost.ds2mb.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However the changes came and whatever failed meanwhile: the metabase is as after one full replication. */
class RandomChangesTest {
    private static final int STEPS = 150;
    private static final int NAMES = 5;
    private static final List<String> BAD = List.of("smtp:nowhere", "nowhere", "SMTP:*;1000");
    private static final List<String> DOMAINS = List.of("a.test", "b.test", "c.test", "d.test");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void equalsAFullReplication(long seed) {
        Random random = new Random(seed);
        try (Site site = Site.standard().start()) {
            for (int i = 0; i < STEPS; i++) {
                disturb(site, random);
                change(site, random);
            }
            site.metabase.failBefore = 0;
            site.metabase.failAfter = 0;
            site.directory.back();
            mend(site);
            try (Site fresh = new Site(site.directory).start()) {
                Map<String, String> expected = fresh.replicated();
                assertFalse(expected.isEmpty());
                Site.await("seed " + seed, () -> site.replicated().equals(expected));
                assertEquals(expected, site.replicated());
                assertEquals(fresh.replication.status().faults().size(), site.replication.status().faults().size());
            }
        }
    }

    private static void disturb(Site site, Random random) {
        switch (random.nextInt(14)) {
            case 0 -> site.metabase.failBefore = 1;
            case 1 -> site.metabase.failAfter = 1;
            case 2 -> site.directory.away();
            case 3 -> site.directory.back();
            case 4 -> site.restart();
            case 5 -> site.directory.failover();
            case 6 -> {
                site.replication.unbind(site.metabase);
                site.replication.bind(site.metabase);
            }
            default -> { }
        }
    }

    private static void change(Site site, Random random) {
        switch (random.nextInt(4)) {
            case 0 -> policy(site, random, "cn=P" + random.nextInt(NAMES) + "," + Site.POLICIES);
            case 1 -> server(site, random, "cn=vs" + random.nextInt(3) + "," + Site.SMTP);
            case 2 -> connector(site, random, "cn=C" + random.nextInt(3) + "," + Site.CONNECTIONS);
            default -> rename(site, random, "cn=vs" + random.nextInt(3) + "," + Site.SMTP, "cn=vs" + random.nextInt(NAMES) + "," + Site.SMTP);
        }
    }

    private static void policy(Site site, Random random, String dn) {
        String domain = DOMAINS.get(random.nextInt(DOMAINS.size()));
        if (site.directory.entry(dn).isEmpty()) {
            site.directory.add(dn, "objectClass: msExchRecipientPolicy", "gatewayProxy: SMTP:@" + domain);
        } else if (random.nextInt(3) == 0) {
            site.directory.delete(dn);
        } else {
            set(site, random, dn, "gatewayProxy", "smtp:@" + domain, BAD.get(0));
            site.directory.set(dn, "msExchNonAuthoritativeDomains", DOMAINS.get(random.nextInt(DOMAINS.size())));
        }
    }

    private static void server(Site site, Random random, String dn) {
        String binding = "127.0.0.1:" + random.nextInt(65_536);
        if (site.directory.entry(dn).isEmpty()) {
            site.directory.add(dn, "objectClass: protocolCfgSMTPServer", "msExchServerBindings: " + binding);
        } else if (random.nextInt(3) == 0) {
            site.directory.delete(dn);
        } else {
            set(site, random, dn, "msExchServerBindings", binding, BAD.get(1));
        }
    }

    private static void connector(Site site, Random random, String dn) {
        String space = "SMTP:" + (random.nextBoolean() ? "*" : DOMAINS.get(random.nextInt(DOMAINS.size()))) + ";" + (1 + random.nextInt(3));
        if (site.directory.entry(dn).isEmpty()) {
            site.directory.add(dn, "objectClass: msExchRoutingSMTPConnector", "routingList: " + space, "msExchSmtpSmartHost: host" + random.nextInt(3));
        } else if (random.nextInt(3) == 0) {
            site.directory.delete(dn);
        } else {
            set(site, random, dn, "routingList", space, BAD.get(2));
        }
    }

    private static void rename(Site site, Random random, String from, String to) {
        if (site.directory.entry(from).isPresent() && site.directory.entry(to).isEmpty()) {
            site.directory.rename(from, to);
        }
    }

    /** Now and then the bad value. */
    private static void set(Site site, Random random, String dn, String attribute, String good, String bad) {
        site.directory.set(dn, attribute, random.nextInt(4) == 0 ? bad : good);
    }

    /** What is corrupt has its last good values here, and none after a full replication. */
    private static void mend(Site site) {
        for (int i = 0; i < NAMES; i++) {
            mend(site, "cn=P" + i + "," + Site.POLICIES, "gatewayProxy", "smtp:@mended.test");
            mend(site, "cn=vs" + i + "," + Site.SMTP, "msExchServerBindings", "127.0.0.1:" + i);
            mend(site, "cn=C" + i + "," + Site.CONNECTIONS, "routingList", "SMTP:*;" + (i + 1));
        }
    }

    private static void mend(Site site, String dn, String attribute, String good) {
        site.directory.entry(dn).filter(entry -> entry.values(attribute).stream().anyMatch(BAD::contains))
                .ifPresent(entry -> site.directory.set(dn, attribute, good));
    }
}
