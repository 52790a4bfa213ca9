package org.waypost.metric.component;

import java.nio.file.Path;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.waypost.metric.source.Disk;

/** Where the spool is, read from the spool's own configuration. */
@Component(service = SpoolPlace.class, configurationPid = "org.waypost.spool")
public final class SpoolPlace {
    private final Path home;
    private volatile Disk disk;

    /** The part of the spool's configuration that matters here, with the spool's defaults. */
    @interface Config {
        String folder() default "data/spool";

        /** MiB. */
        int reserve() default 64;
    }

    @Activate
    public SpoolPlace(BundleContext context, Config config) {
        home = Path.of(Optional.ofNullable(context.getProperty("karaf.base")).orElse(System.getProperty("user.dir"))).toAbsolutePath();
        modified(config);
    }

    @Modified
    void modified(Config config) {
        disk = new Disk(home.resolve(config.folder()).normalize(), Math.max(0L, config.reserve()) << 20);
    }

    Disk disk() {
        return disk;
    }
}
