package org.waypost.spool.rocks;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.waypost.event.EventLog;
import org.waypost.mail.ContentId;

/**
 * Removes content files that belong to no message and to no conversation: those of a hard kill. One
 * that was written to during the last hour may still be continued, also by a conversation that began
 * with an earlier spool.
 */
final class Sweeper {
    private static final Duration LEFT_ALONE = Duration.ofHours(1);

    private final ContentFiles files;
    private final Writes writes;
    private final InstantSource clock;
    private final EventLog events;

    Sweeper(ContentFiles files, Writes writes, InstantSource clock, EventLog events) {
        this.files = files;
        this.writes = writes;
        this.clock = clock;
        this.events = events;
    }

    /** Waits for the disk. */
    void sweep() {
        try {
            Instant before = clock.instant().minus(LEFT_ALONE);
            List<ContentId> old = new ArrayList<>();
            files.each((id, touched) -> {
                if (touched.isBefore(before)) {
                    old.add(id);
                }
            });
            long swept = old.stream().filter(id -> writes.discard(id).toCompletableFuture().join()).count();
            if (swept > 0) {
                events.report(SpoolEvent.SWEPT, swept);
            }
        } catch (IOException | CompletionException e) {
            events.report(SpoolEvent.SWEEP_FAILED, e.getMessage(), e);
        }
    }
}
