package org.waypost.metric.component;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.servlet.Servlet;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.waypost.admin.ServerAdmin;
import org.waypost.admin.TokenCheck;
import org.waypost.directory.Directory;
import org.waypost.linkstate.LinkStates;
import org.waypost.metric.Counted;
import org.waypost.metric.Ends;
import org.waypost.metric.HealthServlet;
import org.waypost.metric.LiveVitals;
import org.waypost.metric.Metrics;
import org.waypost.metric.MetricsServlet;
import org.waypost.metric.Rates;
import org.waypost.metric.Visitors;
import org.waypost.metric.health.Checkup;
import org.waypost.metric.source.Disk;
import org.waypost.metric.source.Services;
import org.waypost.metrics.Meter;
import org.waypost.metrics.Vitals;
import org.waypost.modules.ModuleManager;
import org.waypost.queue.Queue;
import org.waypost.replication.Replication;
import org.waypost.spool.Spool;

/** The servlets {@code /metrics} and {@code /health}, and the meter that others count with. */
@Component(service = {}, immediate = true, configurationPid = MetricsComponent.PID)
@Designate(ocd = MetricsConfig.class)
public final class MetricsComponent {
    static final String PID = "org.waypost.metrics";

    private final Services services = new Services();
    private final Visitors visitors = new Visitors(services);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(MetricsComponent::thread);
    private final List<ServiceRegistration<?>> registrations;

    @Activate
    public MetricsComponent(BundleContext context, MetricsConfig config, @Reference SpoolPlace spool) {
        visitors.open(config.openMetrics());
        Supplier<Disk> disk = spool::disk;
        Counted counted = new Counted();
        Rates rates = new Rates(counted);
        Checkup checkup = new Checkup(services, disk);
        registrations = List.of(
                context.registerService(Meter.class, counted, null),
                context.registerService(Vitals.class, new LiveVitals(rates, checkup, new Ends(counted, Instant.now())), null),
                servlet(context, "metrics", new MetricsServlet(Metrics.of(services, disk, counted, InstantSource.system()), visitors)),
                servlet(context, "health", new HealthServlet(checkup, visitors)));
        timer.scheduleAtFixedRate(() -> rates.take(Instant.now()), 0, Vitals.PERIOD, TimeUnit.SECONDS);
    }

    private static Thread thread(Runnable run) {
        Thread thread = new Thread(run, "waypost-rates");
        thread.setDaemon(true);
        return thread;
    }

    private static ServiceRegistration<?> servlet(BundleContext context, String name, Servlet servlet) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("osgi.http.whiteboard.servlet.name", "waypost-" + name);
        properties.put("osgi.http.whiteboard.servlet.pattern", "/" + name);
        return context.registerService(Servlet.class, servlet, properties);
    }

    @Modified
    void modified(MetricsConfig config) {
        visitors.open(config.openMetrics());
    }

    @Deactivate
    void deactivate() {
        timer.shutdownNow();
        registrations.forEach(ServiceRegistration::unregister);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindQueue(Queue service) {
        services.queue().bind(service);
    }

    void unbindQueue(Queue service) {
        services.queue().unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindSpool(Spool service) {
        services.spool().bind(service);
    }

    void unbindSpool(Spool service) {
        services.spool().unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindServerAdmin(ServerAdmin service) {
        services.servers().bind(service);
    }

    void unbindServerAdmin(ServerAdmin service) {
        services.servers().unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindDirectory(Directory service) {
        services.directory().bind(service);
    }

    void unbindDirectory(Directory service) {
        services.directory().unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindLinkStates(LinkStates service) {
        services.links().bind(service);
    }

    void unbindLinkStates(LinkStates service) {
        services.links().unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindReplication(Replication service) {
        services.replication().bind(service);
    }

    void unbindReplication(Replication service) {
        services.replication().unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindModuleManager(ModuleManager service) {
        services.modules().bind(service);
    }

    void unbindModuleManager(ModuleManager service) {
        services.modules().unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindTokenCheck(TokenCheck service) {
        services.tokens().bind(service);
    }

    void unbindTokenCheck(TokenCheck service) {
        services.tokens().unbind(service);
    }
}
