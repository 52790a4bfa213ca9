package org.waypost.module.component.sample;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Throws when it starts. */
public final class Throwing implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        throw new IllegalStateException("broken on purpose");
    }

    @Override
    public void stop(BundleContext context) {
        // It never started.
    }
}
