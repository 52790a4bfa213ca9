package org.waypost.module.component;

import java.util.Collection;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads every class of this bundle at once: when it is replaced itself, its old version may have to undo that. */
final class OwnClasses {
    private static final Logger LOG = LoggerFactory.getLogger(OwnClasses.class);
    private static final String SUFFIX = ".class";

    private OwnClasses() {}

    static void load(Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        Collection<String> own = wiring.listResources("/org/waypost/module", "*" + SUFFIX,
                BundleWiring.LISTRESOURCES_RECURSE | BundleWiring.LISTRESOURCES_LOCAL);
        own.forEach(resource -> load(wiring.getClassLoader(), resource));
        wiring.listResources("/org/waypost/modules", "*" + SUFFIX, 0).forEach(resource -> load(wiring.getClassLoader(), resource));
    }

    private static void load(ClassLoader loader, String resource) {
        try {
            Class.forName(resource.substring(0, resource.length() - SUFFIX.length()).replace('/', '.'), true, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            LOG.warn("The class {} could not be loaded, so a replacement of this bundle may not be undone by itself.", resource, e);
        }
    }
}
