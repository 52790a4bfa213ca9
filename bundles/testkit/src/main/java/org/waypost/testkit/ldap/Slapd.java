package org.waypost.testkit.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * OpenLDAP's slapd on free ports of the loopback address, with an mdb database and syncprov with a session log. May
 * be started, stopped and killed again and again: data and ports stay. For one thread.
 */
public final class Slapd implements AutoCloseable {
    public static final String SUFFIX = "dc=example,dc=com";
    public static final String ROOT = "cn=admin," + SUFFIX;
    public static final String PASSWORD = "secret";
    private static final String SYSTEM_SCHEMA = "/etc/ldap/schema/";

    private final Setup setup;
    private final int port = freePort();
    private final int securePort = freePort();
    private final ServerProcess process;

    /**
     * How it runs.
     *
     * @param folder its own, made if need be; an existing database in it is kept
     * @param schema files beside core, cosine and inetorgperson
     * @param tls for StartTLS and {@link Slapd#secureUrl}; empty for none
     * @param sizeLimit most entries it gives for one search without paging, as for anybody but the root DN
     * @param syncrepl how the database is set up for it
     * @param lines further lines of the database's configuration, such as {@code index mail eq}
     */
    public record Setup(Path folder, List<Path> schema, Optional<Tls> tls, int sizeLimit, Syncrepl syncrepl, List<String> lines) {
        public Setup {
            schema = List.copyOf(schema);
            lines = List.copyOf(lines);
        }

        public static Setup in(Path folder) {
            return new Setup(folder, List.of(), Optional.empty(), 500, Syncrepl.SESSION_LOG, List.of());
        }

        public Setup schema(List<Path> files) {
            return new Setup(folder, files, tls, sizeLimit, syncrepl, lines);
        }

        public Setup tls(Path certificate, Path key) {
            return new Setup(folder, schema, Optional.of(new Tls(certificate, key)), sizeLimit, syncrepl, lines);
        }

        public Setup sizeLimit(int entries) {
            return new Setup(folder, schema, tls, entries, syncrepl, lines);
        }

        /** It announces syncrepl and refuses it, as for a database that is not set up for it. */
        public Setup withoutSyncrepl() {
            return new Setup(folder, schema, tls, sizeLimit, Syncrepl.NONE, lines);
        }

        /** It remembers no deletions: each refresh names all that is there. */
        public Setup withoutSessionLog() {
            return new Setup(folder, schema, tls, sizeLimit, Syncrepl.PRESENT_PHASE, lines);
        }

        public Setup lines(String... more) {
            return new Setup(folder, schema, tls, sizeLimit, syncrepl, List.of(more));
        }
    }

    /** What a server of RFC 4533 remembers. */
    public enum Syncrepl {
        NONE(),
        PRESENT_PHASE("overlay syncprov", "syncprov-checkpoint 100 1"),
        SESSION_LOG("overlay syncprov", "syncprov-checkpoint 100 1", "syncprov-sessionlog 10000");

        private final List<String> lines;

        Syncrepl(String... lines) {
            this.lines = List.of(lines);
        }
    }

    /** PEM files. */
    public record Tls(Path certificate, Path key) {}

    private Slapd(Setup setup) {
        this.setup = setup;
        List<String> command = List.of("/usr/sbin/slapd", "-d", "0", "-f", configuration().toString(),
                "-h", "ldap://127.0.0.1:" + port + "/" + (setup.tls().isPresent() ? " ldaps://127.0.0.1:" + securePort + "/" : ""));
        process = new ServerProcess(command, setup.folder().resolve("slapd.log"), port, ROOT, PASSWORD);
    }

    /** Whether slapd is installed. */
    public static boolean isInstalled() {
        return Files.isExecutable(Path.of("/usr/sbin/slapd"));
    }

    /** Writes its configuration and starts it, empty unless its folder holds a database. */
    public static Slapd start(Setup setup) {
        Slapd slapd = new Slapd(setup);
        slapd.configure();
        slapd.start();
        return slapd;
    }

    /** {@link #start(Setup)} with the suffix's entry and {@code ou=People}, {@code ou=Groups} below it. */
    public static Slapd startWithBase(Setup setup) {
        Slapd slapd = start(setup);
        slapd.load("""
                dn: dc=example,dc=com
                objectClass: dcObject
                objectClass: organization
                dc: example
                o: Example

                dn: ou=People,dc=example,dc=com
                objectClass: organizationalUnit
                ou: People

                dn: ou=Groups,dc=example,dc=com
                objectClass: organizationalUnit
                ou: Groups
                """);
        return slapd;
    }

    /** Starts it again after {@link #stop} or {@link #kill}. */
    public void start() {
        process.start();
    }

    public void stop() {
        process.stop();
    }

    /** {@code kill -9}. */
    public void kill() {
        process.kill();
    }

    public boolean isRunning() {
        return process.isRunning();
    }

    /** Adds the entries, or makes the changes, of an LDIF text as the root DN. */
    public void load(String ldif) {
        process.load(ldif);
    }

    /** A connection of the root DN, to be closed by the caller. */
    public LDAPConnection connect() throws LDAPException {
        return process.connect();
    }

    public int port() {
        return port;
    }

    public String url() {
        return "ldap://127.0.0.1:" + port;
    }

    /** Answers only if there is TLS. */
    public String secureUrl() {
        return "ldaps://127.0.0.1:" + securePort;
    }

    @Override
    public void close() {
        stop();
    }

    private Path configuration() {
        return setup.folder().toAbsolutePath().resolve("slapd.conf");
    }

    private void configure() {
        Path folder = setup.folder().toAbsolutePath();
        Path data = folder.resolve("data");
        List<String> lines = new ArrayList<>();
        List.of("core", "cosine", "inetorgperson").forEach(name -> lines.add("include " + SYSTEM_SCHEMA + name + ".schema"));
        setup.schema().forEach(file -> lines.add("include " + file.toAbsolutePath()));
        lines.addAll(List.of("modulepath /usr/lib/ldap", "moduleload back_mdb", "moduleload syncprov",
                "pidfile " + folder.resolve("slapd.pid"), "sizelimit " + setup.sizeLimit()));
        setup.tls().ifPresent(tls -> lines.addAll(List.of("TLSCertificateFile " + tls.certificate().toAbsolutePath(),
                "TLSCertificateKeyFile " + tls.key().toAbsolutePath())));
        lines.addAll(List.of("database mdb", "maxsize 4294967296", "suffix \"" + SUFFIX + "\"", "rootdn \"" + ROOT + "\"",
                "rootpw " + PASSWORD, "directory " + data, "index objectClass,entryUUID,entryCSN eq"));
        lines.addAll(setup.lines());
        lines.addAll(setup.syncrepl().lines);
        try {
            Files.createDirectories(data);
            Files.write(configuration(), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
