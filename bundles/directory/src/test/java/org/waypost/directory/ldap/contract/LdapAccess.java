package org.waypost.directory.ldap.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.waypost.authentication.Authenticator;
import org.waypost.directory.Directory;
import org.waypost.directory.Recipients;
import org.waypost.directory.Search.Role;
import org.waypost.directory.ldap.ConnectionSettings;
import org.waypost.directory.ldap.DirectoryAccess;
import org.waypost.directory.ldap.DirectorySettings;
import org.waypost.directory.ldap.ServerUrl;
import org.waypost.directory.ldap.login.Logins;
import org.waypost.directory.ldap.recipient.LdapRecipients;
import org.waypost.directory.ldap.recipient.RecipientSettings;
import org.waypost.metrics.LateMeter;
import org.waypost.testkit.directory.DirectoryPeer;

/** All of the bundle but its component, for one server. */
final class LdapAccess implements DirectoryPeer.Opened {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService probes = Executors.newFixedThreadPool(1);
    private final LdapRecipients recipients;
    private final DirectoryAccess access;
    private final Logins logins;

    /** @param password file with the password of the user by whom to bind */
    LdapAccess(String url, String user, Path password, String suffix) {
        ConnectionSettings connection = new ConnectionSettings(false, Optional.empty(),
                new ConnectionSettings.Credentials(ConnectionSettings.Mechanism.SIMPLE, user, Optional.of(password)), Duration.ofSeconds(5), Duration.ofSeconds(20));
        DirectorySettings settings = new DirectorySettings("waypost", new DirectorySettings.Bases(suffix, suffix, suffix), DirectorySettings.Foreign.AUTO,
                connection, new DirectorySettings.PoolSettings(4, 1, 1000, 100, Duration.ofSeconds(1), Duration.ofMillis(200)));
        recipients = new LdapRecipients(new RecipientSettings(1000, Duration.ofMinutes(1), Duration.ofMinutes(1), 50, 2), InstantSource.system(), timer);
        access = new DirectoryAccess(settings, new NoEvents(), timer, probes, recipients::status, new LateMeter());
        recipients.open(access.directory(), access.dispatcher(), new NoEvents());
        logins = new Logins(access.directory(), access.servers(), Duration.ofSeconds(5), InstantSource.system(), new Random(1));
        Map<ServerUrl, Set<Role>> servers = new LinkedHashMap<>();
        servers.put(ServerUrl.parse(url), Set.of(Role.values()));
        access.servers().set(servers);
    }

    /** A password as the bundle reads it. */
    static Path passwordFile(Path folder, String password) {
        try {
            return Files.writeString(folder.resolve("password"), password + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Directory directory() {
        return access.directory();
    }

    @Override
    public Recipients recipients() {
        return recipients;
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return Optional.of(logins.authenticator());
    }

    @Override
    public void close() {
        logins.close();
        recipients.close();
        access.close();
        timer.shutdownNow();
        probes.shutdownNow();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("waypost-watch") && !ends(thread)) {
                throw new IllegalStateException("a watch left its thread: " + thread.getName());
            }
        }
    }

    private static boolean ends(Thread thread) {
        try {
            thread.join(10_000);
            return !thread.isAlive();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
