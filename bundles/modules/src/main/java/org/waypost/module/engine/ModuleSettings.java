package org.waypost.module.engine;

import java.time.Duration;
import org.waypost.module.watch.Limits;

/**
 * Settings of the module manager.
 *
 * @param requireChecksum whether a jar is taken only with its checksum
 * @param watch how long a replacement is watched
 * @param start how long a module may take until it works
 * @param tick between two looks at it
 * @param limits of what is worse
 */
public record ModuleSettings(boolean requireChecksum, Duration watch, Duration start, Duration tick, Limits limits) {
    public static final ModuleSettings STANDARD = new ModuleSettings(false, Duration.ofSeconds(60), Duration.ofSeconds(30),
            Duration.ofSeconds(1), Limits.STANDARD);
}
