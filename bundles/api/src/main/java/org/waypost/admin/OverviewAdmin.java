package org.waypost.admin;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.waypost.metrics.Vitals;
import org.waypost.queue.QueueState;

/** What goes on and what is wrong, at one look, for people. As {@link QueueAdmin}. */
@ProviderType
public interface OverviewAdmin {
    /** Never refused: what does not answer is a problem in it. */
    Answer<Overview> overview();

    /**
     * The server at a moment.
     *
     * @param health with its problems, the worst first
     * @param traffic see {@link Vitals#traffic}
     * @param connections open at the virtual servers
     * @param deliveries under way
     * @param queues those of each state that there are, in the order of states
     * @param oldest when the oldest message in any queue was accepted
     */
    record Overview(Instant time, Vitals.Health health, List<Vitals.Traffic> traffic, int connections, int deliveries,
            List<Queues> queues, Optional<Instant> oldest) {
        public Overview {
            Objects.requireNonNull(time);
            Objects.requireNonNull(health);
            traffic = List.copyOf(traffic);
            queues = List.copyOf(queues);
            Objects.requireNonNull(oldest);
        }

        /** In all queues. */
        public long messages() {
            return queues.stream().mapToLong(Queues::messages).sum();
        }
    }

    /**
     * The queues of a state.
     *
     * @param count 1 or more
     * @param octets of the messages' contents
     */
    record Queues(QueueState state, int count, long messages, long octets) {
        public Queues {
            Objects.requireNonNull(state);
        }
    }
}
