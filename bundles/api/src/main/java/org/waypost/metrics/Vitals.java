package org.waypost.metrics;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.osgi.annotation.versioning.ProviderType;

/** How the server has done in the last minutes and whether all is well. Any thread that may wait a moment. */
@ProviderType
public interface Vitals {
    /** What went in and out, one value for each {@value #PERIOD} seconds of the last ten minutes at most; oldest first. */
    List<Traffic> traffic();

    /** Seconds from one value of {@link #traffic} to the next. */
    int PERIOD = 5;

    Health health();

    /** What was counted so far. Two of them can be compared if they have the same beginning. */
    Totals totals();

    /**
     * Numbers since the counting began, each 0 or more.
     *
     * @param begun when: it begins anew with each instance of this service
     * @param taken messages that were taken by SMTP
     * @param refused replies 4xx and 5xx of the SMTP service, of which a message may get several
     * @param delivered recipients to whom a message was delivered or passed on
     * @param deferred attempts that were put off, by recipient
     * @param failed recipients whom a message will never reach
     */
    record Totals(Instant begun, long taken, long refused, long delivered, long deferred, long failed) {
        public Totals {
            Objects.requireNonNull(begun);
        }
    }

    /**
     * What happened in one second on average until a time.
     *
     * @param in messages that were taken by SMTP, 0 or more
     * @param out recipients to whom a message was delivered or passed on, 0 or more
     * @param sessions SMTP sessions that ended, 0 or more
     */
    record Traffic(Instant until, double in, double out, double sessions) {
        public Traffic {
            Objects.requireNonNull(until);
        }
    }

    /**
     * @param status of the worst problem
     * @param ready whether mail can be taken
     * @param problems the worst first
     */
    record Health(Level status, boolean ready, List<Problem> problems) {
        public Health {
            Objects.requireNonNull(status);
            problems = List.copyOf(problems);
        }
    }

    /** How well, the worst last. */
    enum Level { GREEN, YELLOW, RED }

    /**
     * @param area {@code queue}, {@code spool}, {@code servers}, {@code directory}, {@code replication} or {@code links}
     * @param object a DN or a name; empty if it is of no single object
     * @param text a sentence
     */
    record Problem(Level level, String area, String object, String text) {
        public Problem {
            Objects.requireNonNull(level);
            Objects.requireNonNull(area);
            Objects.requireNonNull(object);
            Objects.requireNonNull(text);
        }
    }
}
