package org.waypost.admin.component;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.waypost.admin.TrackingAdmin;
import org.waypost.admin.core.TrackingUseCases;
import org.waypost.tracking.MessageTracking;

/** {@link TrackingUseCases} as a service. */
@Component(service = TrackingAdmin.class, immediate = true)
public final class TrackingAdminComponent extends TrackingUseCases {
    @Activate
    public TrackingAdminComponent(@Reference AdminEvents events) {
        super(Waits.gate("message tracking"), events.log(), Waits.ANSWER);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindTracking(MessageTracking service) {
        gate().bind(service);
    }

    void unbindTracking(MessageTracking service) {
        gate().unbind(service);
    }
}
