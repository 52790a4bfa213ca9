package org.waypost.admin.component;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.waypost.admin.ReplicationAdmin;
import org.waypost.admin.core.ReplicationUseCases;
import org.waypost.replication.Replication;

/** {@link ReplicationUseCases} as a service. */
@Component(service = ReplicationAdmin.class, immediate = true)
public final class ReplicationAdminComponent extends ReplicationUseCases {
    @Activate
    public ReplicationAdminComponent(@Reference AdminEvents events) {
        super(Waits.gate("replication"), events.log(), Waits.ANSWER);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindReplication(Replication service) {
        gate().bind(service);
    }

    void unbindReplication(Replication service) {
        gate().unbind(service);
    }
}
