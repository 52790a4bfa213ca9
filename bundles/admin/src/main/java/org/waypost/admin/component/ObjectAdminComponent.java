package org.waypost.admin.component;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.waypost.admin.ObjectAdmin;
import org.waypost.admin.core.ObjectUseCases;
import org.waypost.connection.Listeners;
import org.waypost.directory.Directory;
import org.waypost.linkstate.LinkStates;
import org.waypost.service.Gate;
import org.waypost.settings.ObjectSettings;

/** {@link ObjectUseCases} as a service. */
@Component(service = ObjectAdmin.class, immediate = true)
public final class ObjectAdminComponent extends ObjectUseCases {
    private final Gate<ObjectSettings> settings;
    private final Gate<LinkStates> linkStates;
    private final Gate<Listeners> listeners;

    @Activate
    public ObjectAdminComponent(@Reference AdminEvents events) {
        this(events, Waits.gate("replication"), Waits.gate("link state"), Waits.glance("transport"));
    }

    private ObjectAdminComponent(AdminEvents events, Gate<ObjectSettings> settings, Gate<LinkStates> linkStates,
            Gate<Listeners> listeners) {
        super(Waits.gate("directory"), settings, linkStates, listeners, events.log(), Waits.ANSWER);
        this.settings = settings;
        this.linkStates = linkStates;
        this.listeners = listeners;
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindDirectory(Directory service) {
        gate().bind(service);
    }

    void unbindDirectory(Directory service) {
        gate().unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindSettings(ObjectSettings service) {
        settings.bind(service);
    }

    void unbindSettings(ObjectSettings service) {
        settings.unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindLinkStates(LinkStates service) {
        linkStates.bind(service);
    }

    void unbindLinkStates(LinkStates service) {
        linkStates.unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindListeners(Listeners service) {
        listeners.bind(service);
    }

    void unbindListeners(Listeners service) {
        listeners.unbind(service);
    }
}
