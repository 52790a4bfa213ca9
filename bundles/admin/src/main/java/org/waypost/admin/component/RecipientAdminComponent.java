package org.waypost.admin.component;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.waypost.admin.RecipientAdmin;
import org.waypost.admin.core.RecipientUseCases;
import org.waypost.recipient.RecipientExplanation;

/** {@link RecipientUseCases} as a service. */
@Component(service = RecipientAdmin.class, immediate = true)
public final class RecipientAdminComponent extends RecipientUseCases {
    @Activate
    public RecipientAdminComponent(@Reference AdminEvents events) {
        super(Waits.gate("recipient explanation"), events.log(), Waits.ANSWER);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindRecipientExplanation(RecipientExplanation service) {
        gate().bind(service);
    }

    void unbindRecipientExplanation(RecipientExplanation service) {
        gate().unbind(service);
    }
}
