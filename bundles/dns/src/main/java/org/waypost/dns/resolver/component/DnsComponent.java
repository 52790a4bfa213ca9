package org.waypost.dns.resolver.component;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import org.osgi.framework.BundleContext;
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
import org.waypost.dns.Dns;
import org.waypost.dns.DnsAnswer;
import org.waypost.dns.DnsTrace;
import org.waypost.dns.DnsUpdate;
import org.waypost.dns.resolver.CachingDns;
import org.waypost.dns.resolver.DnsSettings;
import org.waypost.dns.resolver.LookupMeter;
import org.waypost.dns.resolver.PrimaryServers;
import org.waypost.dns.update.DnsUpdater;
import org.waypost.dns.update.UpdateSettings;
import org.waypost.event.EventLog;
import org.waypost.event.LateEventLog;
import org.waypost.metrics.LateMeter;
import org.waypost.metrics.Meter;
import org.xbill.DNS.NioClient;
import org.xbill.DNS.ResolverConfig;

/** The services {@link Dns}, {@link DnsTrace} and {@link DnsUpdate}; a change of its configuration starts with an empty cache. */
@Component(immediate = true, configurationPid = DnsComponent.PID, configurationPolicy = ConfigurationPolicy.OPTIONAL)
@Designate(ocd = DnsConfig.class)
public final class DnsComponent implements Dns, DnsTrace, DnsUpdate {
    static final String PID = "org.waypost.dns";

    private final LateEventLog events = new LateEventLog();
    private final LateMeter meter = new LateMeter();
    private final LookupMeter lookups = new LookupMeter(meter, System::nanoTime);
    private final Path home;
    private volatile CachingDns current;
    private volatile DnsUpdater updater;

    @Activate
    public DnsComponent(BundleContext context, DnsConfig config) {
        String base = context.getProperty("karaf.base");
        home = Path.of(base == null ? System.getProperty("user.dir") : base);
        serve(DnsSettingsReader.defaults());
        modified(config);
    }

    @Modified
    void modified(DnsConfig config) {
        try {
            serve(config);
        } catch (IllegalArgumentException e) {
            events.report(DnsEvent.CONFIGURATION_REFUSED, PID, e.getMessage());
        }
    }

    /** Stops dnsjava's thread as well: what it still holds would keep this bundle's classes. */
    @Deactivate
    void deactivate() {
        current.close();
        NioClient.close();
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindEventLog(EventLog log) {
        events.bind(log);
    }

    void unbindEventLog(EventLog log) {
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

    @Override
    public CompletionStage<DnsAnswer<MxRecord>> mx(String domain, List<String> servers) {
        return lookups.of("mx", () -> current.mx(domain, servers));
    }

    @Override
    public CompletionStage<DnsAnswer<InetAddress>> addresses(String name, List<String> servers) {
        return lookups.of("address", () -> current.addresses(name, servers));
    }

    @Override
    public CompletionStage<DnsAnswer<String>> txt(String name, List<String> servers) {
        return lookups.of("txt", () -> current.txt(name, servers));
    }

    @Override
    public CompletionStage<DnsAnswer<String>> names(InetAddress address, List<String> servers) {
        return lookups.of("ptr", () -> current.names(address, servers));
    }

    @Override
    public CompletionStage<DnsAnswer<SrvRecord>> srv(String name, List<String> servers) {
        return lookups.of("srv", () -> current.srv(name, servers));
    }

    @Override
    public CompletionStage<Trace> trace(String domain, List<String> servers) {
        return current.trace(domain, servers);
    }

    @Override
    public CompletionStage<List<ZoneUpdate>> update(List<Wanted> wanted, boolean apply) {
        return updater.update(wanted, apply);
    }

    /** All of the configuration, or nothing if a value is wrong. */
    private void serve(DnsConfig config) {
        DnsSettings settings = DnsSettingsReader.read(config);
        UpdateSettings updates = DnsSettingsReader.readUpdates(config, home);
        CachingDns dns = new CachingDns(settings, DnsComponent::systemServers, InstantSource.system(), new Random());
        current = dns;
        updater = new DnsUpdater(updates, new PrimaryServers(dns, settings.referralPort()));
    }

    private static List<InetSocketAddress> systemServers() {
        ResolverConfig.refresh();
        List<InetSocketAddress> servers = ResolverConfig.getCurrentConfig().servers();
        return servers.isEmpty() ? List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 53)) : servers;
    }
}
