package org.waypost.admin.component;

import java.time.InstantSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.waypost.admin.MetabaseAdmin;
import org.waypost.admin.core.MetabaseUseCases;
import org.waypost.metabase.Metabase;

/** {@link MetabaseUseCases} as a service. */
@Component(service = MetabaseAdmin.class, immediate = true)
public final class MetabaseAdminComponent extends MetabaseUseCases {
    @Activate
    public MetabaseAdminComponent(@Reference AdminEvents events) {
        super(Waits.gate("metabase"), events.log(), InstantSource.system(), Waits.ANSWER);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindMetabase(Metabase service) {
        came(service);
    }

    void unbindMetabase(Metabase service) {
        went(service);
    }
}
