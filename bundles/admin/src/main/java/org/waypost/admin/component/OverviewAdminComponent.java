package org.waypost.admin.component;

import java.time.InstantSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.waypost.admin.OverviewAdmin;
import org.waypost.admin.core.OverviewUseCases;
import org.waypost.connection.Listeners;
import org.waypost.metrics.Vitals;
import org.waypost.queue.Queue;
import org.waypost.service.Gate;

/** {@link OverviewUseCases} as a service. */
@Component(service = OverviewAdmin.class, immediate = true)
public final class OverviewAdminComponent extends OverviewUseCases {
    private final Gate<Queue> queue;
    private final Gate<Listeners> listeners;
    private final Gate<Vitals> vitals;

    @Activate
    public OverviewAdminComponent() {
        this(Waits.glance("queue"), Waits.glance("transport"), Waits.glance("metrics"));
    }

    private OverviewAdminComponent(Gate<Queue> queue, Gate<Listeners> listeners, Gate<Vitals> vitals) {
        super(queue, listeners, vitals, InstantSource.system(), Waits.ANSWER);
        this.queue = queue;
        this.listeners = listeners;
        this.vitals = vitals;
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindQueue(Queue service) {
        queue.bind(service);
    }

    void unbindQueue(Queue service) {
        queue.unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindListeners(Listeners service) {
        listeners.bind(service);
    }

    void unbindListeners(Listeners service) {
        listeners.unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindVitals(Vitals service) {
        vitals.bind(service);
    }

    void unbindVitals(Vitals service) {
        vitals.unbind(service);
    }
}
