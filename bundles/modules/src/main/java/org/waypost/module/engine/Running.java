package org.waypost.module.engine;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.waypost.module.engine.Platform.Installed;
import org.waypost.module.store.JarStore;

/** Checksums of what runs, read once for each version that was installed. */
final class Running {
    private final Platform platform;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    Running(Platform platform) {
        this.platform = platform;
    }

    /** SHA-256 in hexadecimal; empty if the jar cannot be read. */
    String checksum(Installed module) {
        Known last = known.get(module.name());
        if (last != null && last.module().since().equals(module.since()) && last.module().version().equals(module.version())) {
            return last.checksum();
        }
        try {
            String checksum = JarStore.checksum(platform.jar(module.name()));
            known.put(module.name(), new Known(module, checksum));
            return checksum;
        } catch (IOException e) {
            return "";
        }
    }

    private record Known(Installed module, String checksum) {}
}
