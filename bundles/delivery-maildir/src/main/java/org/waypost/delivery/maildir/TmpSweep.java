package org.waypost.delivery.maildir;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.waypost.event.EventLog;

/** Removes what deliveries cut short left in {@code tmp} folders, after the 36 hours of maildir(5). */
final class TmpSweep {
    private static final Duration AGE = Duration.ofHours(36);

    private final Path root;
    private final Instant limit;
    private final EventLog events;

    TmpSweep(Path root, Instant now, EventLog events) {
        this.root = root;
        this.limit = now.minus(AGE);
        this.events = events;
    }

    void run() {
        if (!Files.isDirectory(root)) {
            return;
        }
        int removed = 0;
        try (DirectoryStream<Path> mailboxes = Files.newDirectoryStream(root)) {
            for (Path mailbox : mailboxes) {
                removed += sweep(mailbox.resolve("tmp"));
            }
        } catch (IOException | DirectoryIteratorException e) {
            events.report(MaildirEvent.SWEEP_FAILED, root, e);
        }
        if (removed > 0) {
            events.report(MaildirEvent.LEFTOVERS_REMOVED, removed, root);
        }
    }

    private int sweep(Path tmp) throws IOException {
        int removed = 0;
        if (Files.isDirectory(tmp, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(tmp)) {
                for (Path file : files) {
                    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                            && Files.getLastModifiedTime(file).toInstant().isBefore(limit) && Files.deleteIfExists(file)) {
                        removed++;
                    }
                }
            }
        }
        return removed;
    }
}
