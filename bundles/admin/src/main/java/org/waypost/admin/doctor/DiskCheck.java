package org.waypost.admin.doctor;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.waypost.admin.DoctorAdmin.Finding;

/** Whether mail has room. */
record DiskCheck(Space space) implements Check {
    private static final long MIB = 1024 * 1024;
    private static final long LEAST = 1024 * MIB;

    /** In octets; a total of 0 if the disk does not say it. */
    record Space(String folder, long free, long total) {
        /** Not by its file store, which needs a mount point that a process in a container may not see. */
        static Space of(Path folder) {
            File disk = folder.toFile();
            return new Space(folder.toString(), disk.getUsableSpace(), disk.getTotalSpace());
        }
    }

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public List<Finding> run() {
        if (space.total() == 0) {
            return List.of(problem("The disk of " + space.folder() + " does not say how much room it has.", "See whether it is mounted."));
        }
        long percent = space.free() / Math.max(1, space.total() / 100);
        String sentence = "The disk of " + space.folder() + " has " + space.free() / MIB + " MiB free (" + percent + " %).";
        String remedy = "Make room on it, or put the folder on a larger one.";
        return List.of(space.free() < LEAST || percent < 2 ? problem(sentence, remedy) : percent < 10 ? warning(sentence, remedy) : ok(sentence));
    }
}
