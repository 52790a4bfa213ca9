package org.waypost.admin.component;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.waypost.admin.PolicyAdmin;
import org.waypost.admin.core.PolicyUseCases;
import org.waypost.policy.RecipientPolicies;
import org.waypost.policy.RecipientUpdateService;
import org.waypost.service.Gate;

/** {@link PolicyUseCases} as a service. */
@Component(service = PolicyAdmin.class, immediate = true)
public final class PolicyAdminComponent extends PolicyUseCases {
    private final Gate<RecipientUpdateService> updates;

    @Activate
    public PolicyAdminComponent(@Reference AdminEvents events) {
        this(events, Waits.gate("Recipient Update Service"));
    }

    private PolicyAdminComponent(AdminEvents events, Gate<RecipientUpdateService> updates) {
        super(Waits.gate("recipient policies"), updates, events.log(), Waits.ANSWER);
        this.updates = updates;
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindRecipientPolicies(RecipientPolicies service) {
        gate().bind(service);
    }

    void unbindRecipientPolicies(RecipientPolicies service) {
        gate().unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindRecipientUpdateService(RecipientUpdateService service) {
        updates.bind(service);
    }

    void unbindRecipientUpdateService(RecipientUpdateService service) {
        updates.unbind(service);
    }
}
