package org.waypost.directory.ldap.component;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.waypost.directory.ldap.DirectoryEvent;
import org.waypost.directory.ldap.service.DirectoryServices;
import org.waypost.directory.ldap.service.ServiceSettings;
import org.waypost.dns.Dns;
import org.waypost.event.EventLog;
import org.waypost.event.LateEventLog;
import org.waypost.metrics.LateMeter;
import org.waypost.metrics.Meter;
import org.waypost.service.Gate;

/**
 * Registers the directory's services while servers are configured. A changed configuration is served by new ones, which
 * are there before the old ones go.
 */
@Component(service = {}, immediate = true, configurationPid = DirectoryComponent.PID)
@Designate(ocd = DirectoryConfig.class)
public final class DirectoryComponent {
    static final String PID = "org.waypost.directory";
    private static final Duration DNS_PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_LOOKUPS = 16;

    private final LateEventLog events = new LateEventLog();
    private final LateMeter meter = new LateMeter();
    private final Gate<Dns> dns = new Gate<>("DNS", DNS_PATIENCE, MOST_LOOKUPS, ForkJoinPool.commonPool());
    private final BundleContext context;
    private Optional<ServiceSettings> settings = Optional.empty();
    private Optional<Registered> registered = Optional.empty();

    @Activate
    public DirectoryComponent(BundleContext context, DirectoryConfig config) {
        this.context = context;
        modified(config);
    }

    @Modified
    void modified(DirectoryConfig config) {
        SettingsReader reader = new SettingsReader(home(), config);
        try {
            serve(reader.hasServers() ? Optional.of(reader.read()) : Optional.empty());
        } catch (BadSettingException e) {
            events.report(DirectoryEvent.BAD_SETTING, PID, e.key(), e.value(), e.allowed());
        }
    }

    @Deactivate
    void deactivate() {
        dns.shut();
        serve(Optional.empty());
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
    void bindDns(Dns service) {
        dns.bind(service);
    }

    void unbindDns(Dns service) {
        dns.unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindMeter(Meter service) {
        meter.bind(service);
    }

    void unbindMeter(Meter service) {
        meter.unbind(service);
    }

    private void serve(Optional<ServiceSettings> wanted) {
        if (wanted.equals(settings)) {
            return;
        }
        Optional<Registered> before = registered;
        registered = wanted.map(now -> new Registered(context,
                new DirectoryServices(now, dns, events, meter, InstantSource.system(), new SecureRandom())));
        settings = wanted;
        before.ifPresent(Registered::close);
    }

    private Path home() {
        String base = context.getProperty("karaf.base");
        return Path.of(base == null ? System.getProperty("user.dir") : base).toAbsolutePath();
    }
}
