package org.waypost.itests.harness;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.waypost.testkit.ldap.Slapd;

/**
 * A server that lives by a directory: its own embedded one, filled with the sample organization, or one that
 * runs elsewhere. The sample organization is the one that {@code ./waypost run} starts with, on a free port.
 */
public final class OrganizationSite implements AutoCloseable {
    public static final String BASE = "dc=example,dc=com";
    public static final String CONFIGURATION = "cn=Configuration," + BASE;
    public static final String SERVER = "cn=waypost,cn=Servers,cn=Example," + CONFIGURATION;
    public static final String VIRTUAL_SERVERS = "cn=SMTP,cn=Protocols," + SERVER;
    public static final String POLICIES = "cn=Recipient Policies,cn=Example," + CONFIGURATION;
    private static final String OPENLDAP_SCHEMA = "bundles/directory-embedded/src/main/schema/openldap/waypost.schema";
    /** How long a password that was found right is believed: a test of a new one waits for it. */
    private static final String LOGIN_SECONDS = "2";
    public static final String PEOPLE = "ou=People," + BASE;

    private final WaypostHome home;
    private final LdapDirectory directory;
    private final Optional<Slapd> slapd;

    private OrganizationSite(WaypostHome home, LdapDirectory directory, Optional<Slapd> slapd) {
        this.home = home;
        this.directory = directory;
        this.slapd = slapd;
    }

    /** With the embedded directory; started, and its recipients stamped. */
    public static OrganizationSite embedded(String name) {
        WaypostHome home = WaypostHome.bare(name);
        return embedded(home, organization(home.smtpPort()));
    }

    /** As {@link #embedded(String)}, of a home that is bare. @param organization as LDIF */
    public static OrganizationSite embedded(WaypostHome home, String organization) {
        int port = Ports.free();
        home.write("etc/organization.ldif", organization);
        home.configureKaraf("org.waypost.directory.embedded", changed("org.waypost.directory.embedded", Map.of("port", Integer.toString(port))));
        home.configureKaraf("org.waypost.directory", changed("org.waypost.directory",
                Map.of("servers", "ldap://127.0.0.1:" + port, "loginSeconds", LOGIN_SECONDS)));
        home.start();
        Map<String, String> settings = settings("org.waypost.directory");
        LdapDirectory directory = LdapDirectory.connect(port, settings.get("bindDn"), home.read(settings.get("passwordFile")).strip());
        return new OrganizationSite(home, directory, Optional.empty());
    }

    /** With an OpenLDAP server of its own, reached by TLS, which holds the organization already; started. */
    public static OrganizationSite openLdap(String name) {
        WaypostHome home = WaypostHome.bare(name);
        Path folder = Checkout.fresh("slapd-" + name);
        CertMaker certificate = new CertMaker(folder.resolve("tls/slapd.crt"), folder.resolve("tls/slapd.key"));
        certificate.issue("localhost");
        Slapd slapd = Slapd.start(Slapd.Setup.in(folder).schema(List.of(Checkout.file(OPENLDAP_SCHEMA)))
                .tls(certificate.certificate(), certificate.key()));
        slapd.load(organization(home.smtpPort()));
        home.write("etc/directory-password", Slapd.PASSWORD + "\n");
        home.configureKaraf("org.waypost.directory", changed("org.waypost.directory", Map.of(
                "servers", slapd.secureUrl().replace("127.0.0.1", "localhost"), "trustFile", certificate.certificate().toString(),
                "bindDn", Slapd.ROOT)));
        home.start();
        return new OrganizationSite(home, LdapDirectory.connect(slapd.port(), Slapd.ROOT, Slapd.PASSWORD), Optional.of(slapd));
    }

    /** The sample organization as LDIF, with its virtual server on that port of 127.0.0.1. */
    public static String organization(int smtpPort) {
        return Checkout.text("bundles/directory-embedded/src/main/organization/organization.ldif").replace("127.0.0.1:2525", "127.0.0.1:" + smtpPort);
    }

    /** Waits until a person of the sample organization has an address. */
    public void awaitStamped(String uid) {
        Poll.until(Duration.ofSeconds(20), uid + " is stamped", () -> !directory.values("uid=" + uid + "," + PEOPLE, "proxyAddresses").isEmpty());
    }

    public WaypostHome home() {
        return home;
    }

    /** Whether the default virtual server takes a recipient. */
    public boolean accepts(String address) {
        return code(address) == 250;
    }

    /** What it answers to a recipient; 0 if it does not. */
    public int code(String address) {
        try (RawSmtp server = RawSmtp.hello(home.smtpPort())) {
            server.command("MAIL FROM:<a@client.test>").expect(250);
            return server.command("RCPT TO:<" + address + ">").code();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Of {@link #openLdap}. */
    public Slapd slapd() {
        return slapd.orElseThrow();
    }

    public LdapDirectory directory() {
        return directory;
    }

    @Override
    public void close() {
        directory.close();
        home.close();
        slapd.ifPresent(Slapd::close);
    }

    private static Map<String, String> changed(String pid, Map<String, String> changes) {
        Map<String, String> settings = settings(pid);
        settings.putAll(changes);
        return settings;
    }

    /** As the assembly has them. */
    private static Map<String, String> settings(String pid) {
        Map<String, String> settings = new TreeMap<>();
        Checkout.text("karaf-assembly/src/main/resources/etc/" + pid + ".cfg").lines().filter(line -> line.matches("\\w+ *=.*"))
                .forEach(line -> settings.put(line.substring(0, line.indexOf('=')).strip(), line.substring(line.indexOf('=') + 1).strip()));
        return settings;
    }
}
