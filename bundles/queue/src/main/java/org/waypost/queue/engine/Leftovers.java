package org.waypost.queue.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waypost.mail.MessageId;
import org.waypost.spool.Change;

/**
 * Recipients that were delivered when the spool had already gone: several bundles are being replaced at
 * once and the spool was the first to stop. They are kept in a file, one removal a line, which the next
 * engine stores before it loads, so that nobody gets a message twice.
 *
 * <p>A result that brings a DSN is left out: its recipient must not go without it, and is tried again.
 */
public final class Leftovers {
    private static final String RECIPIENT = "recipient";
    private static final String MESSAGE = "message";

    private final DurableLines file;

    public Leftovers(Path file) {
        this.file = new DurableLines(file);
    }

    /** Adds to what an earlier engine left and could not store either. */
    void keep(List<List<Change>> results) throws IOException {
        List<String> lines = results.stream().filter(Leftovers::isWithoutDsn).flatMap(List::stream).flatMap(Leftovers::line).toList();
        if (!lines.isEmpty()) {
            List<String> all = new ArrayList<>(file.read());
            all.addAll(lines);
            file.write(all);
        }
    }

    /** A damaged line is passed over: at worst its message is delivered again. */
    List<Change> read() throws IOException {
        return file.read().stream().map(Leftovers::change).flatMap(Optional::stream).toList();
    }

    void forget() throws IOException {
        file.delete();
    }

    private static boolean isWithoutDsn(List<Change> changes) {
        return changes.stream().noneMatch(Change.Accept.class::isInstance);
    }

    private static Stream<String> line(Change change) {
        if (change instanceof Change.Remove done) {
            return Stream.of(RECIPIENT + " " + done.message() + " " + done.recipient());
        }
        return change instanceof Change.RemoveMessage done ? Stream.of(MESSAGE + " " + done.message()) : Stream.empty();
    }

    private static Optional<Change> change(String line) {
        String[] words = line.split(" ");
        try {
            if (words.length == 3 && words[0].equals(RECIPIENT)) {
                return Optional.of(new Change.Remove(MessageId.parse(words[1]), Integer.parseInt(words[2])));
            }
            if (words.length == 2 && words[0].equals(MESSAGE)) {
                return Optional.of(new Change.RemoveMessage(MessageId.parse(words[1])));
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
