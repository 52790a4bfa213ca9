package org.waypost.console.file;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All files of the console by path. Nothing else can be asked for, however a path is written. Each module
 * {@code /pages/NAME.js} makes {@code /NAME} a page: its path gives the frame, which loads the module. Immutable.
 */
public final class StaticFiles {
    private static final String FRAME = "/index.html";

    private final Map<String, StaticFile> files = new TreeMap<>();

    /** @param octets by path, such as {@code /pages/queues.js}; with {@code /index.html} */
    public StaticFiles(Map<String, byte[]> octets) {
        octets.forEach((path, content) -> files.put(path, new StaticFile(path, content)));
        if (!files.containsKey(FRAME)) {
            throw new IllegalArgumentException("without " + FRAME + " there is no console; there are " + files.keySet());
        }
    }

    /** @param path as it came */
    Optional<StaticFile> at(String path) {
        boolean isPage = path.equals("/") || path.lastIndexOf('/') == 0 && files.containsKey("/pages" + path + ".js");
        return Optional.ofNullable(files.get(isPage ? FRAME : path));
    }
}
