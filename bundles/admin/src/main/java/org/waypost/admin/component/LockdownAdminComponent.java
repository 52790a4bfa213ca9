package org.waypost.admin.component;

import java.nio.file.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waypost.admin.LockdownAdmin;
import org.waypost.admin.ServerAdmin;
import org.waypost.admin.lockdown.LockdownUseCases;
import org.waypost.admin.lockdown.ProcessSockets;

/** {@link LockdownUseCases} as a service. */
@Component(service = LockdownAdmin.class, immediate = true)
public final class LockdownAdminComponent extends LockdownUseCases {
    @Activate
    public LockdownAdminComponent(@Reference Configured configured, @Reference ServerAdmin servers) {
        super(new ProcessSockets(Path.of("/proc/self")), new PortOwners(configured, servers)::find);
    }
}
