package org.waypost.directory.ldap.component;

import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.waypost.authentication.Authenticator;
import org.waypost.directory.Directory;
import org.waypost.directory.Recipients;
import org.waypost.directory.ldap.service.DirectoryServices;

/** Services that are registered. */
final class Registered implements AutoCloseable {
    private final DirectoryServices services;
    private final List<ServiceRegistration<?>> registrations;

    Registered(BundleContext context, DirectoryServices services) {
        this.services = services;
        registrations = List.of(context.registerService(Directory.class, services.directory(), null),
                context.registerService(Recipients.class, services.recipients(), null),
                context.registerService(Authenticator.class, services.authenticator(), null));
    }

    /** Those who use them let go of them before they end. */
    @Override
    public void close() {
        registrations.forEach(ServiceRegistration::unregister);
        services.close();
    }
}
