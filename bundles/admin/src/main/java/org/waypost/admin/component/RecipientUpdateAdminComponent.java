package org.waypost.admin.component;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.waypost.admin.RecipientUpdateAdmin;
import org.waypost.admin.core.RecipientUpdateUseCases;
import org.waypost.metabase.Metabase;
import org.waypost.policy.RecipientUpdateService;
import org.waypost.service.Gate;

/** {@link RecipientUpdateUseCases} as a service. */
@Component(service = RecipientUpdateAdmin.class, immediate = true)
public final class RecipientUpdateAdminComponent extends RecipientUpdateUseCases {
    private final Gate<Metabase> metabase;

    @Activate
    public RecipientUpdateAdminComponent(@Reference AdminEvents events) {
        this(events, Waits.gate("metabase"));
    }

    private RecipientUpdateAdminComponent(AdminEvents events, Gate<Metabase> metabase) {
        super(Waits.gate("Recipient Update Service"), metabase, events.log(), Waits.ANSWER);
        this.metabase = metabase;
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindRecipientUpdateService(RecipientUpdateService service) {
        gate().bind(service);
    }

    void unbindRecipientUpdateService(RecipientUpdateService service) {
        gate().unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindMetabase(Metabase service) {
        metabase.bind(service);
    }

    void unbindMetabase(Metabase service) {
        metabase.unbind(service);
    }
}
