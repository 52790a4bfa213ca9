package org.waypost.categorize.component;

import java.util.Dictionary;
import java.util.Hashtable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.waypost.categorizer.Categorizer;

/**
 * The categorizer's registration, which changes when the categorizer can answer again what it could not, so
 * that the queue asks again at once. (A component cannot change the properties of its own service.)
 */
final class Announcement {
    private static final String TIMES_BACK = "directory.timesBack";
    private static final int RANKING = 100;

    private final ServiceRegistration<Categorizer> registration;
    private long timesBack;

    Announcement(BundleContext context, Categorizer categorizer) {
        registration = context.registerService(Categorizer.class, categorizer, properties());
    }

    synchronized void directoryIsBack() {
        timesBack++;
        try {
            registration.setProperties(properties());
        } catch (IllegalStateException e) {
            // Unregistered in this very moment: the next categorizer is asked anyway.
        }
    }

    void end() {
        registration.unregister();
    }

    private Dictionary<String, Object> properties() {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(Constants.SERVICE_RANKING, RANKING);
        properties.put(TIMES_BACK, timesBack);
        return properties;
    }
}
