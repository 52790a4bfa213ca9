package org.waypost.directory.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Optional;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.name.Dn;
import org.apache.directory.server.core.DefaultDirectoryService;
import org.apache.directory.server.core.api.DirectoryService;
import org.apache.directory.server.ldap.LdapServer;
import org.apache.directory.server.protocol.shared.transport.TcpTransport;
import org.waypost.directory.embedded.schema.Schemas;
import org.waypost.directory.embedded.storage.JournaledPartition;
import org.waypost.event.EventLog;
import org.waypost.service.FolderLock;

/**
 * An LDAP server in the process. Started by {@link #start} and stopped by {@link #stop}, each by one thread; a stopped
 * one is not started again. Persistent search and paged results are supported, anonymous access is not.
 */
public final class EmbeddedServer {
    /** DN of the administrator, who binds with the password of the settings' file. */
    public static final String ADMINISTRATOR = "uid=admin,ou=system";
    private static final int THREADS = 4;
    private static final int BACKLOG = 50;

    private final FolderLock lease;
    private final DirectoryService service;
    private final LdapServer server;
    private final String base;

    private EmbeddedServer(FolderLock lease, DirectoryService service, LdapServer server, String base) {
        this.lease = lease;
        this.service = service;
        this.server = server;
        this.base = base;
    }

    /**
     * Starts it: some seconds.
     *
     * @return empty if another has the folder
     * @throws IOException if the folder, the password file or the organization cannot be used, or the port is taken
     */
    public static Optional<EmbeddedServer> start(EmbeddedSettings settings, EventLog events) throws IOException {
        Optional<FolderLock> lease = FolderLock.tryLock(settings.folder());
        if (lease.isEmpty()) {
            return Optional.empty();
        }
        // ApacheDS and its ASN.1 codec look for their classes by the class loader of the thread.
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(EmbeddedServer.class.getClassLoader());
        boolean started = false;
        try {
            EmbeddedServer server = start(lease.get(), settings, events);
            started = true;
            return Optional.of(server);
        } finally {
            thread.setContextClassLoader(before);
            if (!started) {
                lease.get().close();
            }
        }
    }

    private static EmbeddedServer start(FolderLock lease, EmbeddedSettings settings, EventLog events) throws IOException {
        DefaultDirectoryService service = null;
        try {
            String password = PasswordFile.read(settings.passwordFile(), new SecureRandom(), events);
            Optional<OrganizationFile> organization = organization(settings);
            Dn base = base(settings, organization);
            service = DirectoryServices.make(settings.folder(), Schemas.load(settings.folder()));
            JournaledPartition partition =
                    new JournaledPartition(service.getSchemaManager(), service.getDnFactory(), settings.folder(), events);
            partition.setSuffixDn(new Dn(service.getSchemaManager(), base));
            service.addPartition(partition);
            service.startup();
            DirectoryServices.setPassword(service, password);
            if (!partition.wasFilled() && organization.isPresent()) {
                organization.get().fill(service, events);
            }
            LdapServer server = server(settings, service);
            server.start();
            EmbeddedServer running = new EmbeddedServer(lease, service, server, base.getName());
            events.report(EmbeddedEvent.STARTED, base, settings.address().getHostAddress(), running.port(), ADMINISTRATOR);
            return running;
        } catch (Exception e) {
            shutDown(service);
            throw e instanceof IOException io ? io : new IOException(e.getMessage(), e);
        }
    }

    /** Closes connections, port and folder. */
    public void stop() throws IOException {
        try (lease) {
            try {
                server.stop();
            } finally {
                shutDown(service);
            }
        }
    }

    public int port() {
        return ((InetSocketAddress) server.getTransports()[0].getAcceptor().getLocalAddress()).getPort();
    }

    /** The DN of the top entry. */
    public String base() {
        return base;
    }

    private static Optional<OrganizationFile> organization(EmbeddedSettings settings) throws IOException {
        return settings.organization().isPresent() ? Optional.of(OrganizationFile.read(settings.organization().get()))
                : Optional.empty();
    }

    private static Dn base(EmbeddedSettings settings, Optional<OrganizationFile> organization) throws IOException, LdapException {
        Optional<Dn> stored = JournaledPartition.storedBase(settings.folder());
        if (stored.isPresent()) {
            if (settings.base().isPresent() && !new Dn(settings.base().get()).getNormName().equalsIgnoreCase(stored.get().getNormName())) {
                throw new IOException("base is " + settings.base().get() + ", but the directory in " + settings.folder()
                        + " has the base " + stored.get());
            }
            return stored.get();
        }
        Optional<String> name = settings.base();
        if (name.isEmpty() && organization.isPresent()) {
            name = organization.get().firstName();
        }
        return new Dn(name.orElseThrow(() -> new IOException("neither base nor an organization with entries is given")));
    }

    private static LdapServer server(EmbeddedSettings settings, DirectoryService service) {
        LdapServer server = new LdapServer();
        server.setDirectoryService(service);
        server.setTransports(new TcpTransport(settings.address().getHostAddress(), settings.port(), THREADS, BACKLOG));
        return server;
    }

    private static void shutDown(DirectoryService service) throws IOException {
        if (service == null) {
            return;
        }
        try {
            service.shutdown();
        } catch (LdapException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
