package org.waypost.module.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.waypost.metrics.Vitals;

/**
 * How mail went at a moment.
 *
 * @param stages by name: those every message passes, and local delivery
 * @param links queues to other hosts that have mail and may send it
 * @param failing those of them whose last attempt failed
 * @param totals of what became of mail; empty while nobody counts
 */
public record Sample(Instant at, Map<String, Stage> stages, int links, int failing, Optional<Vitals.Totals> totals) {
    public Sample {
        stages = Map.copyOf(stages);
        Objects.requireNonNull(totals);
    }

    /** While nobody counts. */
    public Sample(Instant at, Map<String, Stage> stages, int links, int failing) {
        this(at, stages, links, failing, Optional.empty());
    }

    /** The longest that a message waits in a stage that is open, of those accepted since then; zero if there is none. */
    public Duration longestWait(Instant since) {
        return stages.values().stream().filter(Stage::open).flatMap(stage -> stage.oldest().stream())
                .filter(oldest -> !oldest.isBefore(since) && !oldest.isAfter(at)).map(oldest -> Duration.between(oldest, at))
                .max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }
}
