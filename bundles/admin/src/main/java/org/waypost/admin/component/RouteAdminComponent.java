package org.waypost.admin.component;

import java.time.InstantSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.waypost.admin.RouteAdmin;
import org.waypost.admin.core.RouteUseCases;
import org.waypost.directory.Recipients;
import org.waypost.routing.RouteExplainer;
import org.waypost.service.Gate;

/** {@link RouteUseCases} as a service. */
@Component(service = RouteAdmin.class, immediate = true)
public final class RouteAdminComponent extends RouteUseCases {
    private final Gate<Recipients> recipients;

    @Activate
    public RouteAdminComponent(@Reference AdminEvents events) {
        this(events, Waits.gate("recipients"));
    }

    private RouteAdminComponent(AdminEvents events, Gate<Recipients> recipients) {
        super(Waits.gate("routing"), recipients, events.log(), InstantSource.system(), Waits.ANSWER);
        this.recipients = recipients;
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindRouteExplainer(RouteExplainer service) {
        gate().bind(service);
    }

    void unbindRouteExplainer(RouteExplainer service) {
        gate().unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindRecipients(Recipients service) {
        recipients.bind(service);
    }

    void unbindRecipients(Recipients service) {
        recipients.unbind(service);
    }
}
