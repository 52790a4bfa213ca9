package org.waypost.admin.component;

import java.time.Duration;
import java.util.concurrent.ForkJoinPool;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.waypost.admin.ServerAdmin;
import org.waypost.admin.core.ServerUseCases;
import org.waypost.connection.Listeners;
import org.waypost.event.EventLog;
import org.waypost.event.LateEventLog;
import org.waypost.service.Gate;

/** {@link ServerUseCases} as a service. */
@Component(service = ServerAdmin.class, immediate = true)
public final class ServerAdminComponent extends ServerUseCases {
    /** Shorter than the wait of a person, who is told which service is away. */
    private static final Duration AWAY = Duration.ofSeconds(4);
    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final int MAX_WAITING = 100;

    private final Gate<Listeners> gate;
    private final LateEventLog events;

    @Activate
    public ServerAdminComponent() {
        this(new Gate<>("transport", AWAY, MAX_WAITING, ForkJoinPool.commonPool()), new LateEventLog());
    }

    private ServerAdminComponent(Gate<Listeners> gate, LateEventLog events) {
        super(gate, events, WAIT);
        this.gate = gate;
        this.events = events;
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindListeners(Listeners service) {
        gate.bind(service);
    }

    void unbindListeners(Listeners service) {
        gate.unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindEvents(EventLog log) {
        events.bind(log);
    }

    void unbindEvents(EventLog log) {
        events.unbind(log);
    }
}
