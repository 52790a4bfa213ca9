package org.waypost.admin.component;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.waypost.admin.LinkStateAdmin;
import org.waypost.admin.core.LinkStateUseCases;
import org.waypost.linkstate.LinkStates;
import org.waypost.linkstate.Membership;
import org.waypost.service.Gate;

/** {@link LinkStateUseCases} as a service. */
@Component(service = LinkStateAdmin.class, immediate = true)
public final class LinkStateAdminComponent extends LinkStateUseCases {
    private final Gate<Membership> membership;

    @Activate
    public LinkStateAdminComponent(@Reference AdminEvents events) {
        this(events, Waits.gate("membership"));
    }

    private LinkStateAdminComponent(AdminEvents events, Gate<Membership> membership) {
        super(Waits.gate("link state"), membership, events.log(), Waits.ANSWER);
        this.membership = membership;
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindLinkStates(LinkStates service) {
        gate().bind(service);
    }

    void unbindLinkStates(LinkStates service) {
        gate().unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindMembership(Membership service) {
        membership.bind(service);
    }

    void unbindMembership(Membership service) {
        membership.unbind(service);
    }
}
