package org.waypost.module.component.sample;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Starts and stops. */
public final class Good implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        // It works.
    }

    @Override
    public void stop(BundleContext context) {
        // It works.
    }
}
