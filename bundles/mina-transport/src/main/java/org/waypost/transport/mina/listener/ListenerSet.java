package org.waypost.transport.mina.listener;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waypost.connection.Connection;
import org.waypost.connection.ListenerSpec;
import org.waypost.connection.ListenerSpec.Binding;
import org.waypost.connection.ListenerStatus;
import org.waypost.connection.ListenerStatus.State;
import org.waypost.transport.mina.connection.Tenancy;
import org.waypost.transport.mina.tls.CertificateWatch;

/**
 * The listeners, and which of them has which address. Used in the control thread only, except
 * {@link #all}.
 */
final class ListenerSet {
    private static final Logger LOG = LoggerFactory.getLogger(ListenerSet.class);

    private final Function<ListenerSpec, Listener> factory;
    private final Map<String, Listener> byName = new LinkedHashMap<>();
    /** What each listener's protocol was told last. */
    private final Map<Listener, ListenerStatus> told = new LinkedHashMap<>();
    /** Forgotten ones whose connections still finish. */
    private final List<Listener> retired = new ArrayList<>();
    private volatile List<Listener> all = List.of();

    ListenerSet(Function<ListenerSpec, Listener> factory) {
        this.factory = factory;
    }

    /** Every listener with connections; any thread. */
    List<Listener> all() {
        return all;
    }

    Stream<Listener> listeners() {
        return byName.values().stream();
    }

    Optional<Listener> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Listener findOrCreate(ListenerSpec spec) {
        Listener listener = byName.computeIfAbsent(spec.name(), name -> factory.apply(spec));
        listener.change(spec);
        return listener;
    }

    /** Makes sockets agree with specifications, and tells the protocols what is new to them. */
    void reconcile() {
        // What is given up first may be what another one waits for.
        byName.values().forEach(Listener::closeUnwanted);
        byName.values().forEach(listener -> listener.openMissing(binding -> open(listener, binding)));
        retired.removeIf(listener -> listener.channels().isEmpty());
        all = Stream.concat(byName.values().stream(), retired.stream()).toList();
        byName.values().forEach(listener -> tell(listener, List.of()));
    }

    private ListeningSocket open(Listener listener, Binding binding) throws IOException {
        for (Listener other : byName.values()) {
            if (other != listener && other.ports().blocks(binding)) {
                throw new BindingTakenException("binding " + Ports.name(binding) + " of virtual server " + listener.name()
                        + " is taken by " + other.name());
            }
        }
        return listener.open(binding);
    }

    /** A newcomer is told how its listener stands, whatever its predecessor knew. */
    void forgetTold(Listener listener) {
        told.remove(listener);
    }

    void remove(Listener listener) {
        listener.change(State.STOPPED);
        listener.closeUnwanted();
        listener.signal(Connection.SHUTDOWN);
        tell(listener, List.of());
        byName.remove(listener.name(), listener);
        told.remove(listener);
        retired.add(listener);
    }

    void removeForsaken() {
        List<Listener> forsaken = listeners().filter(Listener::isForsaken).toList();
        for (Listener listener : forsaken) {
            LOG.warn("Listener {} is closed: its protocol did not come back in time.", listener.name());
            remove(listener);
        }
        if (!forsaken.isEmpty()) {
            reconcile();
        }
    }

    void retryFailed() {
        if (listeners().anyMatch(listener -> listener.ports().hasProblems())) {
            reconcile();
        }
    }

    void pollCertificates() {
        for (Listener listener : byName.values()) {
            CertificateWatch.Change change = listener.pollCertificates();
            if (change == CertificateWatch.Change.LOADED) {
                tell(listener, List.of("the certificate of virtual server " + listener.name()
                        + " was read again and is in force"));
            } else if (change == CertificateWatch.Change.BROKEN) {
                tell(listener, List.of());
            }
        }
    }

    private void tell(Listener listener, List<String> notices) {
        ListenerStatus status = listener.status(notices);
        ListenerStatus before = told.put(listener, listener.status(List.of()));
        Optional<Tenancy> tenancy = listener.current();
        boolean news = before == null || !notices.isEmpty() || before.state() != status.state()
                || !before.problems().equals(status.problems()) || !before.listening().equals(status.listening());
        if (tenancy.isPresent() && news) {
            try {
                tenancy.get().protocol().listenerChanged(status);
            } catch (RuntimeException e) {
                LOG.error("The protocol of {} failed to take note of its listener's status.", listener.name(), e);
            }
        }
    }
}
