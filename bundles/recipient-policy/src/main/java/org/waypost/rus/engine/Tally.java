package org.waypost.rus.engine;

import java.util.concurrent.atomic.AtomicLong;
import org.waypost.policy.Run;

/** Counts what becomes of the recipients of a run. Any thread. */
final class Tally {
    private final AtomicLong seen = new AtomicLong();
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong reported = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final long expected;

    /** @param expected -1 if it is not known */
    Tally(long expected) {
        this.expected = expected;
    }

    void count(Stamper.Outcome outcome) {
        seen.incrementAndGet();
        switch (outcome) {
            case WRITTEN -> written.incrementAndGet();
            case REPORTED -> reported.incrementAndGet();
            case FAILED -> failed.incrementAndGet();
            case NOTHING -> { }
        }
    }

    Run run() {
        return new Run(seen.get(), expected, written.get(), reported.get(), failed.get());
    }
}
