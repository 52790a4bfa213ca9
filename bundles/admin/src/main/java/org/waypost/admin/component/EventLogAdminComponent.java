package org.waypost.admin.component;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.waypost.admin.EventLogAdmin;
import org.waypost.admin.core.EventLogUseCases;
import org.waypost.event.EventViewer;
import org.waypost.metabase.Metabase;
import org.waypost.service.Gate;

/** {@link EventLogUseCases} as a service. */
@Component(service = EventLogAdmin.class, immediate = true)
public final class EventLogAdminComponent extends EventLogUseCases {
    private final Gate<Metabase> metabase;

    @Activate
    public EventLogAdminComponent(@Reference AdminEvents events) {
        this(events, Waits.gate("metabase"));
    }

    private EventLogAdminComponent(AdminEvents events, Gate<Metabase> metabase) {
        super(Waits.gate("event log"), metabase, events.log(), Waits.ANSWER);
        this.metabase = metabase;
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindViewer(EventViewer service) {
        came(service);
    }

    void unbindViewer(EventViewer service) {
        went(service);
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
