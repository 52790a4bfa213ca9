package org.waypost.admin.component;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.waypost.admin.QueueAdmin;
import org.waypost.admin.core.QueueUseCases;
import org.waypost.queue.Queue;

/** {@link QueueUseCases} as a service. */
@Component(service = QueueAdmin.class, immediate = true)
public final class QueueAdminComponent extends QueueUseCases {
    @Activate
    public QueueAdminComponent(@Reference AdminEvents events) {
        super(Waits.gate("queue"), events.log(), Waits.ANSWER);
    }

    /** Who deletes or tries many messages is told how far that went, as long as the event log is there. */
    @Deactivate
    void deactivate() {
        gate().shut();
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindQueue(Queue service) {
        gate().bind(service);
    }

    void unbindQueue(Queue service) {
        gate().unbind(service);
    }
}
