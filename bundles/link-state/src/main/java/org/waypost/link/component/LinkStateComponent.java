package org.waypost.link.component;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waypost.connection.Outgoing;
import org.waypost.directory.Directory;
import org.waypost.dns.Dns;
import org.waypost.event.EventLog;
import org.waypost.event.LateEventLog;
import org.waypost.link.node.KeptName;
import org.waypost.link.node.LinkStateNode;
import org.waypost.link.participant.ParticipantSettings;
import org.waypost.service.Gate;

/**
 * Link state as soon as this server knows its name: from the directory, or from the last time there was one. Its services
 * are registered by hand, as there are none before.
 */
@Component(service = {}, immediate = true, configurationPid = LinkStateComponent.PID, configurationPolicy = ConfigurationPolicy.OPTIONAL)
@Designate(ocd = LinkStateConfig.class)
public final class LinkStateComponent {
    static final String PID = "org.waypost.linkstate";
    private static final Logger LOG = LoggerFactory.getLogger(LinkStateComponent.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int WAITING = 10_000;

    private final BundleContext context;
    private final Path folder;
    private final KeptName name;
    private final LateEventLog events = new LateEventLog();
    private final Gate<Outgoing> outgoing = new Gate<>("transport", PATIENCE, WAITING, Runnable::run);
    private final Gate<Dns> dns = new Gate<>("DNS", PATIENCE, WAITING, Runnable::run);
    private final SettingsReader reader = new SettingsReader(PID, events);
    private ParticipantSettings settings;
    private Optional<Directory> directory = Optional.empty();
    private Optional<Running> running = Optional.empty();
    private boolean active;

    @Activate
    public LinkStateComponent(BundleContext context, LinkStateConfig config) {
        this.context = context;
        folder = data(context).resolve("link-state");
        name = new KeptName(folder);
        settings = reader.read(config, ParticipantSettings.DEFAULT);
    }

    @Activate
    synchronized void activate() {
        active = true;
        directory.ifPresentOrElse(this::use, () -> keptName().ifPresent(this::start));
    }

    @Modified
    synchronized void modified(LinkStateConfig config) {
        settings = reader.read(config, settings);
        running.ifPresent(now -> now.node().settings(settings));
    }

    @Deactivate
    synchronized void deactivate() {
        active = false;
        running.ifPresent(Running::close);
        running = Optional.empty();
        outgoing.shut();
        dns.shut();
    }

    private void use(Directory found) {
        if (running.filter(now -> now.name().equals(found.serverName())).isEmpty()) {
            start(found.serverName());
        }
        running.orElseThrow().node().directory(found);
    }

    private void start(String serverName) {
        running.ifPresent(Running::close);
        running = Optional.of(new Running(context, serverName,
                new LinkStateNode(serverName, folder, settings, outgoing, dns, events, InstantSource.system())));
        try {
            name.keep(serverName);
        } catch (IOException e) {
            LOG.error("The name of this server cannot be kept in {}: after a restart without the directory there is no link state", folder, e);
        }
    }

    private Optional<String> keptName() {
        try {
            return name.read();
        } catch (IOException e) {
            LOG.error("The name of this server cannot be read from {}: link state begins when the directory is there", folder, e);
            return Optional.empty();
        }
    }

    private static Path data(BundleContext context) {
        String data = context.getProperty("karaf.data");
        String base = context.getProperty("karaf.base");
        return data != null ? Path.of(data) : Path.of(base != null ? base : System.getProperty("user.dir")).resolve("data");
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    synchronized void bindDirectory(Directory found) {
        directory = Optional.of(found);
        if (active) {
            use(found);
        }
    }

    synchronized void unbindDirectory(Directory lost) {
        if (directory.filter(found -> found == lost).isPresent()) {
            directory = Optional.empty();
            running.ifPresent(now -> now.node().directoryGone(lost));
        }
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindOutgoing(Outgoing found) {
        outgoing.bind(found);
    }

    void unbindOutgoing(Outgoing lost) {
        outgoing.unbind(lost);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindDns(Dns found) {
        dns.bind(found);
    }

    void unbindDns(Dns lost) {
        dns.unbind(lost);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindEventLog(EventLog log) {
        events.bind(log);
    }

    void unbindEventLog(EventLog log) {
        events.unbind(log);
    }
}
