package org.waypost.link.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** This server's name on disk, by which it knows itself in the kept map while the directory is away. */
public final class KeptName {
    private static final int LONGEST = 1_024;

    private final KeptFile file;

    /** @param folder where the map is kept, too */
    public KeptName(Path folder) {
        file = new KeptFile(folder.resolve("name"), LONGEST);
    }

    /** Empty if none is kept. @throws IOException if it cannot be read */
    public Optional<String> read() throws IOException {
        return file.read().map(String::strip).filter(name -> !name.isEmpty());
    }

    public void keep(String name) throws IOException {
        if (!read().equals(Optional.of(name))) {
            file.write(name + "\n");
        }
    }
}
