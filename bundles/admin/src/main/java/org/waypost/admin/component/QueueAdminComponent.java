package org.waypost.admin.component;

import java.time.Duration;
import java.util.concurrent.ForkJoinPool;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.waypost.admin.QueueAdmin;
import org.waypost.admin.core.QueueUseCases;
import org.waypost.event.EventLog;
import org.waypost.event.LateEventLog;
import org.waypost.queue.Queue;
import org.waypost.service.Gate;

/** {@link QueueUseCases} as a service. */
@Component(service = QueueAdmin.class, immediate = true)
public final class QueueAdminComponent extends QueueUseCases {
    /** Shorter than the wait of a person, who is told which service is away. */
    private static final Duration AWAY = Duration.ofSeconds(4);
    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final int MAX_WAITING = 100;

    private final Gate<Queue> gate;
    private final LateEventLog events;

    @Activate
    public QueueAdminComponent() {
        this(new Gate<>("queue", AWAY, MAX_WAITING, ForkJoinPool.commonPool()), new LateEventLog());
    }

    private QueueAdminComponent(Gate<Queue> gate, LateEventLog events) {
        super(gate, events, WAIT);
        this.gate = gate;
        this.events = events;
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindQueue(Queue service) {
        gate.bind(service);
    }

    void unbindQueue(Queue service) {
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
