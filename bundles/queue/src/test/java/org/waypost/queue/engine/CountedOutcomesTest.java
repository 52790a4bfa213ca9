package org.waypost.queue.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.delivery.DeliveryResult;
import org.waypost.delivery.Outcome;
import org.waypost.mail.EnhancedStatus;
import org.waypost.metrics.Meter;
import org.waypost.metrics.Metric;

/** What is counted of deliveries. */
class CountedOutcomesTest {
    @TempDir
    Path folder;
    private final List<String> notes = new CopyOnWriteArrayList<>();

    @Test
    void eachOutcomeIsCountedAndADeliveryTimed() {
        EngineRig rig = new EngineRig(folder);
        rig.run();
        rig.meter.bind(new Noting());
        rig.send("alice@here.example");
        assertEquals(List.of("DELIVERIES delivered", "DELIVERY_LATENCY 0"), notes);
        notes.clear();
        rig.smtp.answers(delivery -> new DeliveryResult.Done(List.of(new Outcome(Outcome.Kind.DEFERRED,
                EnhancedStatus.of("4.2.0"), "450 later", "mx.example.net", true))));
        rig.send("a@one.example");
        assertEquals(List.of("DELIVERIES deferred"), notes);
    }

    private final class Noting implements Meter {
        @Override
        public void count(Metric metric, String... labels) {
            notes.add(metric + " " + String.join(" ", labels));
        }

        @Override
        public void observe(Metric metric, long nanos, String... labels) {
            notes.add(metric + " " + nanos);
        }
    }
}
