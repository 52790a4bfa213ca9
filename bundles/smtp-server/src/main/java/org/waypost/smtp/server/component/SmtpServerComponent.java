package org.waypost.smtp.server.component;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.ComponentConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.waypost.authentication.Authenticator;
import org.waypost.connection.Listeners;
import org.waypost.connection.Protocol;
import org.waypost.event.EventLog;
import org.waypost.event.LateEventLog;
import org.waypost.linkstate.LateMembers;
import org.waypost.linkstate.Membership;
import org.waypost.metrics.LateMeter;
import org.waypost.metrics.Meter;
import org.waypost.recipient.RecipientResolver;
import org.waypost.service.Gate;
import org.waypost.smtp.SmtpVerb;
import org.waypost.smtp.server.SmtpService;
import org.waypost.smtp.server.VirtualServer;
import org.waypost.smtp.server.command.ContributedVerbs;
import org.waypost.smtp.server.event.SmtpEvent;
import org.waypost.smtp.server.settings.ServerSettings;
import org.waypost.spool.Spool;
import org.waypost.tracking.LateTracking;
import org.waypost.tracking.Tracking;

/**
 * One {@link VirtualServer} as a {@link Protocol} of the transport. It is registered by hand, since a
 * bad configuration must leave a component that waits for a better one, and no service.
 */
@Component(service = {}, immediate = true, configurationPid = SmtpServerComponent.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SmtpServerConfig.class, factory = true)
public final class SmtpServerComponent {
    static final String PID = "org.waypost.smtp.server";
    /** Well below the time the transport waits for conversations to come to rest; they ask again. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MAX_WAITING = 10_000;

    private final BundleContext context;
    private final SmtpService service;
    private final LateEventLog events = new LateEventLog();
    private final LateTracking tracking = new LateTracking();
    private final LateMeter meter = new LateMeter();
    private final ContributedVerbs verbs = new ContributedVerbs();
    private final Gate<RecipientResolver> resolver =
            new Gate<>("recipient resolver", PATIENCE, MAX_WAITING, ForkJoinPool.commonPool());
    private final Gate<Authenticator> authenticator =
            new Gate<>("authenticator", PATIENCE, MAX_WAITING, ForkJoinPool.commonPool());
    private final Gate<Spool> spool = new Gate<>("spool", PATIENCE, MAX_WAITING, ForkJoinPool.commonPool());
    private final LateMembers members = new LateMembers(this::announceIdentity);
    private volatile Listeners listeners;
    private VirtualServer server;
    private ServiceRegistration<Protocol> registration;
    private int revision;
    private Optional<Membership.Identity> announced = Optional.empty();

    @Activate
    public SmtpServerComponent(BundleContext context, @Reference SmtpService service) {
        this.context = context;
        this.service = service;
    }

    @Activate
    @Modified
    void configure(SmtpServerConfig config, Map<String, Object> properties) {
        SettingsReader reader = new SettingsReader(config, home(), SmtpServerComponent::ownName);
        Optional<ServerSettings> settings = reader.read();
        String place = Place.of(properties, PID);
        reader.problems().report(events, place, server == null ? "The virtual server does not start."
                : "The last good settings stay in force.");
        settings.ifPresent(good -> use(good, place));
    }

    private void use(ServerSettings settings, String place) {
        if (server == null) {
            start(settings, place);
        } else if (!server.name().equals(settings.name())) {
            events.report(SmtpEvent.NAME_FIXED, place, server.name(), settings.name());
        } else {
            server.settings(settings);
            announce();
        }
    }

    private synchronized void start(ServerSettings settings, String place) {
        if (!service.claim(settings.name())) {
            events.report(SmtpEvent.NAME_IN_USE, place, settings.name());
            return;
        }
        VirtualServer.Services services =
                new VirtualServer.Services(resolver, authenticator, spool, verbs, members, events, tracking, meter, InstantSource.system());
        server = new VirtualServer(settings, services, service);
        registration = context.registerService(Protocol.class, server, serviceProperties());
    }

    /** The transport freezes the conversations while it loses the service, so the gates stay open until then. */
    @Deactivate
    void stop(int reason) {
        if (server == null) {
            return;
        }
        unregister();
        service.release(server.name());
        Listeners transport = listeners;
        if (reason == ComponentConstants.DEACTIVATION_REASON_CONFIGURATION_DELETED && transport != null) {
            transport.close(server.name());
        }
    }

    private void unregister() {
        ServiceRegistration<Protocol> last;
        synchronized (this) {
            last = registration;
            registration = null;
        }
        last.unregister();
    }

    private synchronized void announceIdentity() {
        if (registration != null && !members.get().identity().equals(announced)) {
            announce();
        }
    }

    private synchronized void announce() {
        registration.setProperties(serviceProperties());
    }

    /** The transport reads the listener anew when they change. */
    private Dictionary<String, Object> serviceProperties() {
        announced = members.get().identity();
        return new Hashtable<>(Map.of("waypost.protocol", "smtp", "waypost.name", server.name(), "waypost.revision", revision++));
    }

    private Path home() {
        String base = context.getProperty("karaf.base");
        return Path.of(base != null ? base : System.getProperty("user.dir"));
    }

    private static String ownName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindEvents(EventLog log) {
        events.bind(log);
    }

    void unbindEvents(EventLog log) {
        events.unbind(log);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindMeter(Meter service) {
        meter.bind(service);
    }

    void unbindMeter(Meter service) {
        meter.unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindTracking(Tracking service) {
        tracking.bind(service);
    }

    void unbindTracking(Tracking service) {
        tracking.unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindResolver(RecipientResolver newResolver) {
        resolver.bind(newResolver);
    }

    void unbindResolver(RecipientResolver oldResolver) {
        resolver.unbind(oldResolver);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindAuthenticator(Authenticator newAuthenticator) {
        authenticator.bind(newAuthenticator);
    }

    void unbindAuthenticator(Authenticator oldAuthenticator) {
        authenticator.unbind(oldAuthenticator);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindSpool(Spool newSpool) {
        spool.bind(newSpool);
    }

    void unbindSpool(Spool oldSpool) {
        spool.unbind(oldSpool);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindListeners(Listeners newListeners) {
        listeners = newListeners;
    }

    void unbindListeners(Listeners oldListeners) {
        if (listeners == oldListeners) {
            listeners = null;
        }
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindMembership(Membership membership) {
        members.bind(membership);
    }

    void unbindMembership(Membership membership) {
        members.unbind(membership);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.MULTIPLE)
    void bindVerb(SmtpVerb verb) {
        verbs.bind(verb);
    }

    void unbindVerb(SmtpVerb verb) {
        verbs.unbind(verb);
    }
}
