package org.waypost.admin.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.waypost.admin.DoctorAdmin.Finding;

/** Whether mail has room. */
record DiskCheck(Space space) implements Check {
    private static final long MIB = 1024 * 1024;
    private static final long LEAST = 1024 * MIB;

    /** In octets, positive. */
    record Space(String folder, long free, long total) {
        static Space of(Path folder) throws IOException {
            FileStore store = Files.getFileStore(folder);
            return new Space(folder.toString(), store.getUsableSpace(), Math.max(1, store.getTotalSpace()));
        }
    }

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public List<Finding> run() {
        long percent = space.free() / Math.max(1, space.total() / 100);
        String sentence = "The disk of " + space.folder() + " has " + space.free() / MIB + " MiB free (" + percent + " %).";
        String remedy = "Make room on it, or put the folder on a larger one.";
        return List.of(space.free() < LEAST || percent < 2 ? problem(sentence, remedy) : percent < 10 ? warning(sentence, remedy) : ok(sentence));
    }
}
