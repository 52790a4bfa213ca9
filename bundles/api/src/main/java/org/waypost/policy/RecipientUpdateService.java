package org.waypost.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** The Recipient Update Service of this server: one instance for each base DN it was given. Any thread; returns at once. */
@ProviderType
public interface RecipientUpdateService {
    List<Status> status();

    /** Update Now: stamps what changed. Empty if there is no such instance. Completes with the run. */
    CompletionStage<Optional<Run>> update(String instance);

    /** Rebuild: looks at every recipient again. As {@link #update}. */
    CompletionStage<Optional<Run>> rebuild(String instance);

    /**
     * @param stamping false in report-only mode
     * @param running the run under way, if any
     * @param lag between the last change seen and its stamping
     */
    record Status(String name, String base, String server, String state, boolean stamping, Optional<Run> running, Run last,
            Optional<Instant> lastEnded, Optional<Duration> lag) {}
}
