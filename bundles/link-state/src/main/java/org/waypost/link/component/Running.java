package org.waypost.link.component;

import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.waypost.connection.ListenerSpec;
import org.waypost.connection.Protocol;
import org.waypost.link.node.LinkStateNode;
import org.waypost.linkstate.LinkStates;
import org.waypost.linkstate.Membership;
import org.waypost.smtp.SmtpVerb;

/** A node and its services. The port is one only while there is something to listen on. */
final class Running {
    private final BundleContext context;
    private final String name;
    private final LinkStateNode node;
    private final List<ServiceRegistration<?>> services = new ArrayList<>();
    private Optional<ServiceRegistration<Protocol>> port = Optional.empty();
    private int revision;
    private boolean closed;

    Running(BundleContext context, String name, LinkStateNode node) {
        this.context = context;
        this.name = name;
        this.node = node;
        services.add(context.registerService(LinkStates.class, node.states(), null));
        services.add(context.registerService(Membership.class, node.membership(), null));
        services.add(context.registerService(SmtpVerb.class, node.verb(), null));
        node.watchListener(this::listen);
    }

    String name() {
        return name;
    }

    LinkStateNode node() {
        return node;
    }

    private synchronized void listen(Optional<ListenerSpec> listener) {
        if (closed) {
            return;
        }
        if (listener.isEmpty()) {
            port.ifPresent(ServiceRegistration::unregister);
            port = Optional.empty();
        } else if (port.isPresent()) {
            port.get().setProperties(properties());
        } else {
            port = Optional.of(context.registerService(Protocol.class, node.port(), properties()));
        }
    }

    /** The transport freezes the members' connections while it loses the port, for which the node must still be running. */
    void close() {
        Optional<ServiceRegistration<Protocol>> last;
        synchronized (this) {
            closed = true;
            last = port;
            port = Optional.empty();
        }
        last.ifPresent(ServiceRegistration::unregister);
        services.forEach(ServiceRegistration::unregister);
        node.close();
    }

    /** The transport reads the listener anew when they change. */
    private Dictionary<String, Object> properties() {
        return new Hashtable<>(Map.of("waypost.protocol", "link-state", "waypost.name", "link-state", "waypost.revision", revision++));
    }
}
