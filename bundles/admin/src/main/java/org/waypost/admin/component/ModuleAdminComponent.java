package org.waypost.admin.component;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.waypost.admin.ModuleAdmin;
import org.waypost.admin.core.ModuleUseCases;
import org.waypost.modules.ModuleManager;

/** {@link ModuleUseCases} as a service. */
@Component(service = ModuleAdmin.class, immediate = true)
public final class ModuleAdminComponent extends ModuleUseCases {
    @Activate
    public ModuleAdminComponent(@Reference AdminEvents events) {
        super(Waits.gate("module manager"), events.log(), Waits.ANSWER, Waits.COPY);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindModuleManager(ModuleManager service) {
        gate().bind(service);
    }

    void unbindModuleManager(ModuleManager service) {
        gate().unbind(service);
    }
}
