package org.waypost.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A small file system that can really be full. Needs root. */
public final class TmpfsMount implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Path folder;

    private TmpfsMount(Path folder) {
        this.folder = folder;
    }

    public static boolean isPossible() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Mounts it on the folder, which is made if missing. */
    public static TmpfsMount on(Path folder, int mebibytes) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Command.run(LIMIT, "mount", "-t", "tmpfs", "-o", "mode=0700,size=" + mebibytes + "m", "waypost-test", folder.toString())
                .succeeded();
        return new TmpfsMount(folder);
    }

    @Override
    public void close() {
        Command.run(LIMIT, "umount", "-l", folder.toString()).succeeded();
    }
}
