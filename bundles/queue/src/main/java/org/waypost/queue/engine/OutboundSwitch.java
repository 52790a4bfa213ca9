package org.waypost.queue.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.waypost.queue.OutboundHold;

/**
 * Whether all mail to other servers is held back, kept in a file of two lines: since when, and by whom. Used in the
 * engine's thread; the file is written in that of files.
 */
final class OutboundSwitch {
    private final DurableLines file;
    private final Executor files;
    private Optional<OutboundHold> hold = Optional.empty();

    OutboundSwitch(Path file, Executor files) {
        this.file = new DurableLines(file);
        this.files = files;
    }

    void load() throws IOException {
        List<String> lines = file.read();
        hold = lines.isEmpty() ? Optional.empty() : Optional.of(read(lines));
    }

    Optional<OutboundHold> hold() {
        return hold;
    }

    /** Completes when it would survive a power cut. */
    CompletionStage<Void> set(Optional<OutboundHold> newHold) {
        hold = newHold;
        return CompletableFuture.runAsync(() -> write(newHold), files);
    }

    /** A damaged file still means that mail is held: an administrator lets it go, not a fault of the disk. */
    private static OutboundHold read(List<String> lines) {
        try {
            return new OutboundHold(Instant.parse(lines.get(0)), lines.size() > 1 ? lines.get(1) : "");
        } catch (DateTimeException e) {
            return new OutboundHold(Instant.EPOCH, "");
        }
    }

    private void write(Optional<OutboundHold> newHold) {
        try {
            file.write(newHold.map(h -> List.of(h.since().toString(), h.by().replaceAll("\\R", " "))).orElse(List.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
