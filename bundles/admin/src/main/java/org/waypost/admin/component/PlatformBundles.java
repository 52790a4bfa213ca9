package org.waypost.admin.component;

import java.util.Arrays;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.waypost.admin.lockdown.Stoppable;

/** All bundles of the framework, stopped and started for good. */
record PlatformBundles(BundleContext system) implements Stoppable {
    @Override
    public boolean runs(String bundle) {
        return of(bundle).anyMatch(one -> one.getState() == Bundle.ACTIVE || one.getState() == Bundle.STARTING);
    }

    @Override
    public void stop(String bundle) {
        change(bundle, Bundle::stop);
    }

    @Override
    public void start(String bundle) {
        change(bundle, Bundle::start);
    }

    private Stream<Bundle> of(String name) {
        return Arrays.stream(system.getBundles()).filter(bundle -> name.equals(bundle.getSymbolicName()));
    }

    private void change(String name, Change change) {
        of(name).forEach(bundle -> {
            try {
                change.of(bundle);
            } catch (BundleException e) {
                throw new IllegalStateException(e.getMessage(), e);
            }
        });
    }

    private interface Change {
        void of(Bundle bundle) throws BundleException;
    }
}
