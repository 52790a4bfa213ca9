package org.waypost.queue.engine;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.waypost.event.EventLog;
import org.waypost.mail.Message;

/**
 * What every part of the engine works with; used in the engine's thread only.
 *
 * @param executor the engine's thread
 * @param settings as they are now
 */
record Core(Services services, Executor executor, InstantSource clock, Supplier<QueueSettings> settings, Queues queues,
        MessageTable table, Committer committer, Timer timer, Trail trail) {
    Instant now() {
        return clock.instant();
    }

    EventLog events() {
        return services.events();
    }

    /** When to try again after so many failures. */
    Instant retryAfter(int failures) {
        return now().plus(settings.get().retrySchedule().after(failures));
    }

    SpoolContent content(Message message) {
        return new SpoolContent(message, services.spool());
    }
}
