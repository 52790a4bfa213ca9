package org.waypost.admin.component;

import java.nio.file.Path;
import java.time.Duration;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waypost.admin.LockdownAdmin;
import org.waypost.admin.ServerAdmin;
import org.waypost.admin.lockdown.Closer;
import org.waypost.admin.lockdown.LockdownUseCases;
import org.waypost.admin.lockdown.ProcessSockets;
import org.waypost.admin.lockdown.Stoppable;

/** {@link LockdownUseCases} as a service. */
@Component(service = LockdownAdmin.class, immediate = true)
public final class LockdownAdminComponent extends LockdownUseCases {
    /** The platform looks at its settings once a second, and the web server takes some more to start anew. */
    private static final Duration SETTLING = Duration.ofSeconds(30);

    @Activate
    public LockdownAdminComponent(@Reference Configured configured, @Reference ServerAdmin servers, @Reference AdminEvents events,
            BundleContext context) {
        this(configured, servers, events, new PlatformBundles(context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getBundleContext()));
    }

    private LockdownAdminComponent(Configured configured, ServerAdmin servers, AdminEvents events, Stoppable bundles) {
        super(new ProcessSockets(Path.of("/proc/self")), new PortOwners(configured, servers, bundles)::find,
                new Closer(folder("karaf.etc", "etc"), folder("karaf.data", "data").resolve("lockdown"), bundles), events.log(), SETTLING);
        keep();
    }

    private static Path folder(String property, String otherwise) {
        return Path.of(System.getProperty(property, Path.of(System.getProperty("karaf.base", ""), otherwise).toString()));
    }
}
