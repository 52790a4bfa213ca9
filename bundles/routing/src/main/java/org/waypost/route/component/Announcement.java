package org.waypost.route.component;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.waypost.routing.Router;

/**
 * The router's registration, from the first map with this server on. It changes with each map, so that the queue asks
 * again for what it could not route. (A component cannot change the properties of its own service.)
 */
final class Announcement {
    /** The digest of the map; a router without it routes by none. */
    private static final String MAP = "waypost.map";
    private static final int RANKING = 100;

    private final BundleContext context;
    private final Router router;
    private Optional<ServiceRegistration<Router>> registration = Optional.empty();
    private boolean over;

    Announcement(BundleContext context, Router router) {
        this.context = context;
        this.router = router;
    }

    /** @return whether it was the first time */
    synchronized boolean routes(String digest) {
        if (over) {
            return false;
        }
        boolean first = registration.isEmpty();
        if (first) {
            registration = Optional.of(context.registerService(Router.class, router, properties(digest)));
        } else {
            registration.get().setProperties(properties(digest));
        }
        return first;
    }

    synchronized void end() {
        over = true;
        registration.ifPresent(ServiceRegistration::unregister);
    }

    private static Dictionary<String, Object> properties(String digest) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(Constants.SERVICE_RANKING, RANKING);
        properties.put(MAP, digest);
        return properties;
    }
}
