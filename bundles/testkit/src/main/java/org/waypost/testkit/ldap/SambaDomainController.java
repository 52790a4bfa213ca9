package org.waypost.testkit.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;

/**
 * Samba as Active Directory domain controller of {@code example.com} on loopback. Its ports are fixed (389, 636,
 * 3268), so there is one at a time, and it needs root. May be started, stopped and killed again and again: data
 * stay. For one thread.
 */
public final class SambaDomainController implements AutoCloseable {
    public static final String SUFFIX = "DC=example,DC=com";
    public static final String ADMINISTRATOR = "CN=Administrator,CN=Users," + SUFFIX;
    public static final String PASSWORD = "Sec-ret.1234";
    private static final int PORT = 389;
    private static final int TURNS = 3;

    private final Path folder;
    private final ServerProcess process;

    private SambaDomainController(Path folder) {
        this.folder = folder.toAbsolutePath();
        List<String> command = List.of("/usr/sbin/samba", "-F", "--no-process-group", "-M", "single", "-s", configuration().toString());
        process = new ServerProcess(command, this.folder.resolve("samba.log"), PORT, ADMINISTRATOR, PASSWORD);
    }

    /** Skips the test on machines where it cannot run: not root, not installed, or another listens on its port. */
    public static void assumePossible() {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/sbin/samba")), "samba is not installed");
        Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "a domain controller needs root");
        Assumptions.assumeTrue(isPortFree(), "port " + PORT + " is taken");
    }

    /**
     * Makes a new domain, which takes some seconds, and starts its controller.
     *
     * @param folder its own, without a domain in it
     * @param schema extends Active Directory's schema: an LDIF file, in which {@code DC=X} stands for the suffix
     */
    public static SambaDomainController start(Path folder, Optional<Path> schema) {
        SambaDomainController controller = new SambaDomainController(folder);
        controller.provision();
        controller.start();
        schema.ifPresent(controller::extend);
        return controller;
    }

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

    /** Adds the entries, or makes the changes, of an LDIF text as administrator. */
    public void load(String ldif) {
        process.load(ldif);
    }

    /** A connection of the administrator, to be closed by the caller. */
    public LDAPConnection connect() throws LDAPException {
        return process.connect();
    }

    public String url() {
        return "ldap://127.0.0.1:" + PORT;
    }

    /** The forest, read-only. */
    public String globalCatalogUrl() {
        return "ldap://127.0.0.1:3268";
    }

    @Override
    public void close() {
        stop();
    }

    private Path configuration() {
        return folder.resolve("domain/etc/smb.conf");
    }

    private void provision() {
        try {
            Files.createDirectories(folder);
            ServerProcess.run(List.of("/usr/bin/samba-tool", "domain", "provision", "--realm=EXAMPLE.COM", "--domain=EXAMPLE",
                    "--host-name=dc1", "--adminpass=" + PASSWORD, "--server-role=dc", "--dns-backend=NONE",
                    "--targetdir=" + folder.resolve("domain")), folder.resolve("provision.log"));
            List<String> lines = new ArrayList<>();
            for (String line : Files.readAllLines(configuration())) {
                lines.add(line);
                if (line.equals("[global]")) {
                    lines.addAll(List.of("interfaces = lo", "bind interfaces only = yes", "server services = ldap",
                            "ldap server require strong auth = no", "dsdb:schema update allowed = yes"));
                }
            }
            Files.write(configuration(), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Samba drops a connection now and then while its schema grows; what it has already is passed over by the next turn. */
    private void extend(Path schema) {
        try {
            String ldif = Files.readString(schema).replace("DC=X", SUFFIX);
            for (int turn = 1; !isExtended(ldif, turn == TURNS); turn++) {
                if (!process.isRunning()) {
                    start();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isExtended(String ldif, boolean isLast) {
        try (LDAPConnection connection = connect()) {
            LdifText.load(connection, ldif, Set.of(ResultCode.ENTRY_ALREADY_EXISTS, ResultCode.ATTRIBUTE_OR_VALUE_EXISTS));
            return true;
        } catch (LDAPException e) {
            if (isLast || !e.getResultCode().equals(ResultCode.SERVER_DOWN) && !e.getResultCode().equals(ResultCode.CONNECT_ERROR)) {
                throw new IllegalStateException("the schema of the domain cannot be extended: " + e.getMessage(), e);
            }
            return false;
        }
    }

    private static boolean isPortFree() {
        try (ServerSocket socket = new ServerSocket(PORT, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
