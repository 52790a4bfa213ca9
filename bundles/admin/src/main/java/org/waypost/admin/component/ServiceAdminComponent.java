package org.waypost.admin.component;

import java.time.Duration;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.waypost.admin.ServiceAdmin;
import org.waypost.admin.core.ServiceUseCases;
import org.waypost.connection.Listeners;

/** {@link ServiceUseCases} as a service. */
@Component(service = ServiceAdmin.class, immediate = true)
public final class ServiceAdminComponent extends ServiceUseCases {
    private static final Duration CHANGE = Duration.ofMinutes(1);

    @Activate
    public ServiceAdminComponent(@Reference AdminEvents events, BundleContext context) {
        super(Waits.gate("transport"), new FrameworkBundles(context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getBundleContext()),
                events.log(), Waits.ANSWER, CHANGE);
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
