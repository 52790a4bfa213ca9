package org.waypost.directory.ldap.service;

import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;
import org.waypost.authentication.Authenticator;
import org.waypost.directory.Directory;
import org.waypost.directory.Recipients;
import org.waypost.directory.ldap.DirectoryAccess;
import org.waypost.directory.ldap.ServerFinder;
import org.waypost.directory.ldap.login.Logins;
import org.waypost.directory.ldap.recipient.LdapRecipients;
import org.waypost.dns.Dns;
import org.waypost.event.EventLog;
import org.waypost.metrics.Meter;
import org.waypost.service.Gate;

/** The services of one directory, with their threads and connections. Any thread. */
public final class DirectoryServices implements AutoCloseable {
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "waypost-directory-timer"));
    private final ExecutorService probes = Executors.newCachedThreadPool(work -> new Thread(work, "waypost-directory-probe"));
    private final DirectoryAccess access;
    private final LdapRecipients recipients;
    private final Logins logins;

    /** Begins to look for servers; returns at once. @param dns for places that begin with {@code srv:} */
    public DirectoryServices(ServiceSettings settings, Gate<Dns> dns, EventLog events, Meter meter, InstantSource clock,
            RandomGenerator random) {
        recipients = new LdapRecipients(settings.recipients(), clock, timer);
        access = new DirectoryAccess(settings.directory(), events, timer, probes, recipients::status, meter);
        logins = new Logins(access.directory(), access.servers(), settings.loginKept(), clock, random);
        new ServerFinder(settings.places(), access.servers(), dns, random, events, timer).find();
        recipients.open(access.directory(), access.dispatcher(), events);
    }

    public Directory directory() {
        return access.directory();
    }

    public Recipients recipients() {
        return recipients;
    }

    public Authenticator authenticator() {
        return logins.authenticator();
    }

    /** Calls under way fail; threads and connections end. */
    @Override
    public void close() {
        timer.shutdownNow();
        probes.shutdownNow();
        recipients.close();
        logins.close();
        access.close();
    }
}
