package org.waypost.admin.component;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.waypost.admin.ServerAdmin;
import org.waypost.admin.core.ServerUseCases;
import org.waypost.connection.Listeners;

/** {@link ServerUseCases} as a service. */
@Component(service = ServerAdmin.class, immediate = true)
public final class ServerAdminComponent extends ServerUseCases {
    @Activate
    public ServerAdminComponent(@Reference AdminEvents events) {
        super(Waits.gate("transport"), events.log(), Waits.ANSWER);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindListeners(Listeners service) {
        gate().bind(service);
    }

    void unbindListeners(Listeners service) {
        gate().unbind(service);
    }
}
