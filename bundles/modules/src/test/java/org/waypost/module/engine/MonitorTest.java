package org.waypost.module.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waypost.module.watch.Limits;
import org.waypost.module.watch.Sample;
import org.waypost.module.watch.Stage;

class MonitorTest {
    private static final Instant BEGUN = Instant.parse("2026-01-31T12:00:00Z");
    /** The new module takes its time to start. */
    private static final Instant REPLACED = BEGUN.plusSeconds(25);

    /** Mail that waited for the new module was not stuck before. */
    @Test
    void whatWaitedWhileItWasPutInIsNotOfBefore() {
        Monitor monitor = new Monitor();
        for (int s = -30; s < 50; s++) {
            monitor.add(new Sample(BEGUN.plusSeconds(s), Map.of("categorize", s < 1 ? new Stage(0, Optional.empty(), true, false, "")
                    : new Stage(s, Optional.of(BEGUN.plusSeconds(1)), true, false, "")), 0, 0));
        }
        assertTrue(monitor.watch(BEGUN, REPLACED, Set.of()).worse(Limits.STANDARD, BEGUN.plusSeconds(49)).orElseThrow()
                .startsWith("nothing leaves the queue categorize"));
        assertEquals(30, monitor.watch(BEGUN, REPLACED, Set.of()).before().size());
    }
}
