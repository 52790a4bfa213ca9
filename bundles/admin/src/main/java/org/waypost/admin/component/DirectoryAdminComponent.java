package org.waypost.admin.component;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.waypost.admin.DirectoryAdmin;
import org.waypost.admin.core.DirectoryUseCases;
import org.waypost.directory.Directory;

/** {@link DirectoryUseCases} as a service. */
@Component(service = DirectoryAdmin.class, immediate = true)
public final class DirectoryAdminComponent extends DirectoryUseCases {
    @Activate
    public DirectoryAdminComponent(@Reference AdminEvents events) {
        super(Waits.gate("directory"), events.log(), Waits.ANSWER);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindDirectory(Directory service) {
        gate().bind(service);
    }

    void unbindDirectory(Directory service) {
        gate().unbind(service);
    }
}
