package org.waypost.queue.component;

import java.nio.file.Path;
import org.osgi.framework.BundleContext;

/** The folder that relative paths in configuration begin at. */
final class Home {
    private Home() {
    }

    static Path of(BundleContext context) {
        String base = context.getProperty("karaf.base");
        return Path.of(base == null ? System.getProperty("user.dir") : base);
    }
}
