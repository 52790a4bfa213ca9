package org.waypost.delivery.maildir;

import java.io.IOException;
import java.nio.file.Path;

/** One mailbox's folders {@code tmp}, {@code new} and {@code cur}. */
record Maildir(Path folder) {
    Path tmp() {
        return folder.resolve("tmp");
    }

    Path fresh() {
        return folder.resolve("new");
    }

    /** Creates what is missing and makes the names durable. */
    void prepare(Disk disk) throws IOException {
        disk.createFolder(tmp());
        disk.createFolder(fresh());
        disk.createFolder(folder.resolve("cur"));
        disk.syncFolder(folder);
        disk.syncFolder(folder.getParent());
    }
}
