package org.waypost.module.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waypost.metrics.Vitals;
import org.waypost.module.watch.Sample;
import org.waypost.module.watch.Stage;
import org.waypost.queue.QueueState;
import org.waypost.queue.QueueStatus;

/** Makes a sample of the queues and of what is counted. */
public final class Sampling {
    private static final Set<String> STAGES = Set.of("submission", "categorize", "route");
    private static final String LOCAL = "local:";
    private static final Set<QueueState> OPEN = Set.of(QueueState.ACTIVE, QueueState.READY);

    private Sampling() {}

    /** @param totals of what became of mail; empty while nobody counts */
    public static Sample of(List<QueueStatus> queues, Optional<Vitals.Totals> totals, Instant at) {
        Map<String, Stage> stages = new HashMap<>();
        int links = 0;
        int failing = 0;
        for (QueueStatus queue : queues) {
            boolean retrying = queue.state() == QueueState.RETRY;
            boolean open = OPEN.contains(queue.state());
            if (STAGES.contains(queue.name()) || queue.name().startsWith(LOCAL)) {
                stages.put(queue.name(), new Stage(queue.messages(), queue.oldest(), open, retrying, queue.lastReason()));
            } else if (queue.name().indexOf(':') > 0 && queue.messages() > 0 && (open || retrying)) {
                links++;
                failing += retrying ? 1 : 0;
            }
        }
        return new Sample(at, stages, links, failing, totals);
    }
}
