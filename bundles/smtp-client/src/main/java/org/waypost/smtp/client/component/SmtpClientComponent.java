package org.waypost.smtp.client.component;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ForkJoinPool;
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
import org.waypost.connection.Outgoing;
import org.waypost.delivery.Delivery;
import org.waypost.delivery.DeliveryAgent;
import org.waypost.delivery.DeliveryResult;
import org.waypost.dns.Dns;
import org.waypost.event.EventLog;
import org.waypost.event.LateEventLog;
import org.waypost.linkstate.LateMembers;
import org.waypost.linkstate.Membership;
import org.waypost.metrics.LateMeter;
import org.waypost.metrics.Meter;
import org.waypost.service.Gate;
import org.waypost.smtp.client.ClientEvent;
import org.waypost.smtp.client.SmtpAgent;
import org.waypost.smtp.client.planning.TargetFinder;

/** The delivery agent {@code smtp}. */
@Component(immediate = true, configurationPid = SmtpClientComponent.PID,
        configurationPolicy = ConfigurationPolicy.OPTIONAL, property = DeliveryAgent.AGENT + "=smtp")
@Designate(ocd = SmtpClientConfig.class)
public final class SmtpClientComponent implements DeliveryAgent {
    static final String PID = "org.waypost.smtp.client";
    private static final Duration AWAY = Duration.ofSeconds(30);
    private static final int MAX_WAITING = 10_000;

    private final LateEventLog events = new LateEventLog();
    private final LateMeter meter = new LateMeter();
    private final Gate<Outgoing> outgoing = new Gate<>("Outgoing", AWAY, MAX_WAITING, ForkJoinPool.commonPool());
    private final Gate<Dns> dns = new Gate<>("Dns", AWAY, MAX_WAITING, ForkJoinPool.commonPool());
    private final LateMembers members = new LateMembers(() -> { });
    private final SettingsReader reader;
    private final SmtpAgent agent;

    @Activate
    public SmtpClientComponent(BundleContext context, SmtpClientConfig config, @Reference VirtualServerDns dnsServers) {
        String base = context.getProperty("karaf.base");
        Path home = Path.of(base == null ? System.getProperty("user.dir") : base);
        reader = new SettingsReader(home, Machine.name(), Machine.addresses());
        agent = new SmtpAgent(reader.read(SettingsReader.defaults()), outgoing, new TargetFinder(dns, new Random()), members,
                dnsServers::of, events, meter);
        modified(config);
    }

    @Modified
    void modified(SmtpClientConfig config) {
        try {
            agent.settings(reader.read(config));
        } catch (IllegalArgumentException e) {
            events.report(ClientEvent.CONFIGURATION_REFUSED, PID, e.getMessage());
        }
    }

    @Deactivate
    void deactivate() {
        agent.close();
    }

    @Override
    public CompletionStage<DeliveryResult> deliver(Delivery delivery) {
        return agent.deliver(delivery);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindOutgoing(Outgoing service) {
        outgoing.bind(service);
    }

    void unbindOutgoing(Outgoing service) {
        outgoing.unbind(service);
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
    void bindMembership(Membership service) {
        members.bind(service);
    }

    void unbindMembership(Membership service) {
        members.unbind(service);
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
}
