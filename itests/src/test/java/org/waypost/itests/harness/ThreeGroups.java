package org.waypost.itests.harness;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.waypost.testkit.ldap.Slapd;

/**
 * Five servers in three routing groups, on 127.0.1.1 to 127.0.1.5 and one slapd: {@code three-groups.ldif}. Intervals are
 * shortened: a second between tries and greetings, no damping.
 */
public final class ThreeGroups implements AutoCloseable {
    public static final List<String> SERVERS = List.of("north1", "north2", "middle1", "south1", "south2");
    public static final String ORGANIZATION = "cn=Example,cn=Configuration,dc=example,dc=com";
    private static final String OPENLDAP_SCHEMA = "bundles/directory-embedded/src/main/schema/openldap/waypost.schema";
    private static final Map<String, String> INTERVALS = Map.of("glitchRetry", "1", "glitchRetries", "3", "probeInterval", "1",
            "damping", "0", "keepAlive", "1");

    private final Map<String, WaypostHome> homes = new LinkedHashMap<>();
    private final Slapd slapd;
    private final LdapDirectory directory;

    private ThreeGroups(Slapd slapd, int smtpPort) {
        this.slapd = slapd;
        directory = LdapDirectory.connect(slapd.port(), Slapd.ROOT, Slapd.PASSWORD);
        for (int i = 0; i < SERVERS.size(); i++) {
            homes.put(SERVERS.get(i), WaypostHome.bare(SERVERS.get(i), "127.0.1." + (i + 1), smtpPort));
        }
    }

    /** Started, and every server has joined. */
    public static ThreeGroups start() {
        int smtpPort = Ports.free();
        Slapd slapd = Slapd.start(Slapd.Setup.in(Checkout.fresh("slapd-three-groups")).schema(List.of(Checkout.file(OPENLDAP_SCHEMA))));
        slapd.load(organization(smtpPort, Ports.free()));
        ThreeGroups groups = new ThreeGroups(slapd, smtpPort);
        try {
            groups.homes.entrySet().parallelStream().forEach(each -> groups.start(each.getKey(), each.getValue()));
            groups.homes.values().parallelStream().forEach(home -> home.shell("server:join"));
            return groups;
        } catch (AssertionError e) {
            groups.close();
            throw e;
        }
    }

    private static String organization(int smtpPort, int linkStatePort) {
        return Checkout.text("itests/src/test/resources/three-groups.ldif")
                .replace("@SMTP@", Integer.toString(smtpPort)).replace("@LINK@", Integer.toString(linkStatePort));
    }

    private void start(String name, WaypostHome home) {
        home.write("etc/directory-password", Slapd.PASSWORD + "\n");
        home.configureKaraf("org.waypost.directory", Map.of("servers", slapd.url(), "bindDn", Slapd.ROOT, "passwordFile",
                "etc/directory-password", "server", name, "configurationBase", "cn=Configuration,dc=example,dc=com",
                "recipientBase", "dc=example,dc=com"));
        home.configure("org.waypost.linkstate", INTERVALS);
        home.start();
    }

    public WaypostHome server(String name) {
        return homes.get(name);
    }

    public LdapDirectory directory() {
        return directory;
    }

    /** DN of a connector. */
    public static String connector(String group, String name) {
        return "cn=" + name + ",cn=Connections,cn=" + group + ",cn=Routing Groups," + ORGANIZATION;
    }

    /** The digests that servers have, as kept by them: one if they agree. */
    public Set<String> digests(Collection<String> servers) {
        return servers.stream().map(this::digest).collect(Collectors.toSet());
    }

    /** Empty if it has no map yet. */
    public String digest(String server) {
        String map = homes.get(server).read("data/link-state/map");
        return map.isEmpty() ? "" : map.lines().findFirst().orElseThrow().replaceFirst(".* ", "");
    }

    /** Waits until these servers have one digest, another than the given one. @return it */
    public String awaitAgreement(Duration limit, Collection<String> servers, String other) {
        Poll.until(limit, servers + " agree", () -> digests(servers).size() == 1 && !digests(servers).contains(other)
                && !digests(servers).contains(""));
        return digest(servers.iterator().next());
    }

    @Override
    public void close() {
        directory.close();
        homes.values().parallelStream().forEach(WaypostHome::close);
        slapd.close();
    }
}
