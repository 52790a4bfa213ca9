package org.waypost.transport.mina.component;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waypost.connection.ListenerStatus;
import org.waypost.connection.Listeners;
import org.waypost.connection.Outgoing;
import org.waypost.connection.Protocol;
import org.waypost.transport.mina.Transport;
import org.waypost.transport.mina.TransportSettings;
import org.waypost.transport.mina.listener.ListeningFile;

/** Brings the transport to life, and protocols to their listeners. */
@Component(immediate = true, service = {Listeners.class, Outgoing.class}, configurationPid = "org.waypost.transport")
@Designate(ocd = TransportConfig.class)
public final class MinaTransportComponent implements Listeners, Outgoing {
    private static final Logger LOG = LoggerFactory.getLogger(MinaTransportComponent.class);

    private static final String LISTENING = "data/listening";

    private final Transport transport;
    private volatile TransportSettings settings;
    private volatile boolean stopped;

    @Activate
    public MinaTransportComponent(BundleContext context, TransportConfig config) {
        ConfigReader reader = new ConfigReader(config);
        reader.problems().forEach(problem -> LOG.error("{}. The default is used.", problem));
        settings = reader.settings();
        transport = new Transport(reader.ioThreads(), reader.workerThreads(), () -> settings, System::nanoTime,
                new ListeningFile(home(context).resolve(LISTENING)));
    }

    private static Path home(BundleContext context) {
        String base = context.getProperty("karaf.base");
        return Path.of(base != null ? base : System.getProperty("user.dir"));
    }

    @Modified
    void modified(TransportConfig config) {
        ConfigReader reader = new ConfigReader(config);
        reader.problems().forEach(problem -> LOG.error("{}. The settings stay as they were.", problem));
        if (reader.problems().isEmpty()) {
            settings = reader.settings();
        }
    }

    @Deactivate
    void deactivate() {
        stopped = true;
        transport.stop();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY, updated = "updatedProtocol")
    void bindProtocol(Protocol protocol) {
        transport.listeners().bind(protocol);
    }

    void updatedProtocol(Protocol protocol) {
        transport.listeners().update(protocol);
    }

    void unbindProtocol(Protocol protocol) {
        if (!stopped) {
            transport.listeners().unbind(protocol);
        }
    }

    @Override
    public List<ListenerStatus> list() {
        return transport.listeners().list();
    }

    @Override
    public boolean start(String name) {
        return transport.listeners().start(name);
    }

    @Override
    public boolean pause(String name) {
        return transport.listeners().pause(name);
    }

    @Override
    public boolean stop(String name) {
        return transport.listeners().stop(name);
    }

    @Override
    public boolean close(String name) {
        return transport.listeners().close(name);
    }

    @Override
    public CompletionStage<Result> connect(Destination destination) {
        return transport.outgoing().connect(destination);
    }

    @Override
    public Optional<Parked> take(String key) {
        return transport.outgoing().take(key);
    }

    @Override
    public int parked(String key) {
        return transport.outgoing().parked(key);
    }
}
