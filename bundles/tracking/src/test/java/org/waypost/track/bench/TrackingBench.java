package org.waypost.track.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waypost.mail.MessageId;
import org.waypost.track.store.FileTracking;
import org.waypost.track.store.TrackingFixture;
import org.waypost.tracking.TrackingEvent;
import org.waypost.tracking.TrackingKind;
import org.waypost.tracking.TrackingQuestion;

/** Records what happens to many messages, then asks of them. Not a test: see bench/tracking. */
class TrackingBench {
    private static final int RECORDS = Integer.getInteger("tracking.records", 1_000_000);
    private static final Path FOLDER = Path.of(System.getProperty("tracking.folder", "target/bench"));
    private static final int STEP = 2_000;
    private static final int RUNS = 5;

    private final TrackingFixture fixture = new TrackingFixture(FOLDER, InstantSource.system());
    private final SampleTraffic traffic = new SampleTraffic(RECORDS / SampleTraffic.EVENTS);

    @Test
    void measures() throws IOException {
        delete();
        try (FileTracking tracking = fixture.open(1 << 20)) {
            record(tracking);
        }
        long from = System.nanoTime();
        try (FileTracking tracking = fixture.open(1 << 20)) {
            System.out.printf("opened again in %.2f s, %s%n", seconds(from), tracking.status());
            ask(tracking);
        }
        System.out.println("reports: " + fixture.events());
        delete();
    }

    private void record(FileTracking tracking) {
        long from = System.nanoTime();
        long cpu = cpu();
        long making = 0;
        for (int message = 0; message < traffic.messages(); message += STEP) {
            long before = System.nanoTime();
            List<TrackingEvent> events = traffic.events(message, Math.min(traffic.messages(), message + STEP));
            making += System.nanoTime() - before;
            events.forEach(tracking::record);
            tracking.find(TrackingQuestion.newest(1)).toCompletableFuture().join();
        }
        long all = tracking.status().recorded();
        assertEquals(0, tracking.status().dropped());
        System.out.printf("%d records in %.1f s; CPU %.2f µs a record, of which about %.2f to make it up; %d MiB on the disk%n", all, seconds(from),
                (cpu() - cpu) / 1e3 / all, making / 1e3 / all, tracking.status().octets() >> 20);
    }

    private void ask(FileTracking tracking) {
        TrackingQuestion some = TrackingQuestion.newest(100);
        int middle = traffic.messages() / 2;
        TrackingEvent event = traffic.events(middle, middle + 1).get(0);
        ask(tracking, "the newest 100", some, 100);
        ask(tracking, "message id", some.message(event.message()), SampleTraffic.EVENTS);
        ask(tracking, "Message-ID header", some.header(event.header()), 1);
        ask(tracking, "recipient of one message", some.recipient(event.recipients().get(0).toString()), SampleTraffic.EVENTS);
        ask(tracking, "sender of one message in 1,000", some.sender(event.sender().orElseThrow().toString()), 100);
        ask(tracking, "the same, the most that can be had", TrackingQuestion.newest(TrackingQuestion.MOST).sender(event.sender().orElseThrow().toString()), 100);
        ask(tracking, "nobody", some.recipient("nobody@nowhere.example"), 0);
        ask(tracking, "remote host of half of all", some.remote("mx.large.example"), 100);
        ask(tracking, "remote host of half of all and the recipient of another message", some.remote("mx.large.example")
                .recipient(traffic.events(1, 2).get(0).recipients().get(0).toString()), 0);
        ask(tracking, "sender and host, each of many, never together", some.remote("mx.large.example").sender("s1@a.example"), 0);
        ask(tracking, "kind of one record in 50,000", some.kinds(Set.of(TrackingKind.FAILED)), 1);
        ask(tracking, "one second in the middle", some.between(event.time(), event.time().plusSeconds(1)), 1);
        ask(tracking, "kind and second that never meet", some.kinds(Set.of(TrackingKind.DELETED)).between(event.time(), event.time().plusSeconds(1)), 0);
        long from = System.nanoTime();
        assertEquals(SampleTraffic.EVENTS, tracking.history(event.message()).toCompletableFuture().join().size());
        System.out.printf("%-70s %8.1f ms%n", "history", 1_000 * seconds(from));
        assertEquals(List.of(), tracking.history(new MessageId(1)).toCompletableFuture().join());
    }

    private void ask(FileTracking tracking, String what, TrackingQuestion question, int least) {
        double[] times = new double[RUNS];
        int found = 0;
        for (int run = 0; run < RUNS; run++) {
            long from = System.nanoTime();
            found = tracking.find(question).toCompletableFuture().join().size();
            times[run] = 1_000 * seconds(from);
        }
        assertTrue(found >= least, what + ": " + found);
        double[] later = Arrays.stream(times).skip(1).sorted().toArray();
        System.out.printf("%-70s %8.1f ms first, %8.1f to %8.1f of %d later, %d found%n", what, times[0], later[0],
                later[later.length - 1], later.length, found);
    }

    private static double seconds(long from) {
        return (System.nanoTime() - from) / 1e9;
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void delete() throws IOException {
        if (Files.exists(FOLDER)) {
            try (Stream<Path> files = Files.walk(FOLDER)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
