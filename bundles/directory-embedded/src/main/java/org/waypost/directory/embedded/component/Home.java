package org.waypost.directory.embedded.component;

import java.nio.file.Path;
import org.osgi.framework.BundleContext;

/** The folder that relative paths in configuration begin at. */
record Home(Path folder) {
    static Home of(BundleContext context) {
        String base = context.getProperty("karaf.base");
        return new Home(Path.of(base == null ? System.getProperty("user.dir") : base));
    }

    Path resolve(String path) {
        return folder.resolve(path.trim()).toAbsolutePath().normalize();
    }
}
