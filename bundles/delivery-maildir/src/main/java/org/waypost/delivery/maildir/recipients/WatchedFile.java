package org.waypost.delivery.maildir.recipients;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.waypost.event.EventLog;

/**
 * A text file that is read again when it changed. A file that vanished or cannot be read leaves its last
 * good content, and is reported once. One thread at a time.
 */
final class WatchedFile {
    private record Stamp(FileTime modified, long size, Object key) {}

    private static final Stamp NEVER_SEEN = new Stamp(FileTime.fromMillis(0), -1, null);
    private static final Stamp MISSING = new Stamp(FileTime.fromMillis(0), -2, null);

    private final Path path;
    private final EventLog events;
    private Stamp seen = NEVER_SEEN;
    private boolean everRead;
    private String failure = "";

    WatchedFile(Path path, EventLog events) {
        this.path = path;
        this.events = events;
    }

    Path path() {
        return path;
    }

    /** The content if it is new. */
    Optional<String> poll() {
        try {
            Stamp now = stamp();
            if (now.equals(seen)) {
                return Optional.empty();
            }
            seen = now;
            if (now == MISSING) {
                events.report(RecipientEvent.FILE_MISSING, path,
                        everRead ? "what was read from it before stays in force" : "it counts as empty");
                return Optional.empty();
            }
            // Not readString: malformed UTF-8 shall spoil its line, not the file.
            String content = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
            everRead = true;
            failure = "";
            return Optional.of(content);
        } catch (IOException e) {
            unreadable(e);
            return Optional.empty();
        }
    }

    private Stamp stamp() throws IOException {
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            return new Stamp(now.lastModifiedTime(), now.size(), now.fileKey());
        } catch (NoSuchFileException e) {
            return MISSING;
        }
    }

    private void unreadable(IOException e) {
        seen = NEVER_SEEN;
        if (!failure.equals(e.toString())) {
            failure = e.toString();
            events.report(RecipientEvent.FILE_UNREADABLE, path, e);
        }
    }
}
