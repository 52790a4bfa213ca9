package org.waypost.module.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waypost.metrics.Vitals.Totals;

/** Each case tells what a second brings, before the replacement and after it. */
class OutcomesTest {
    private static final Instant REPLACED = Instant.parse("2026-01-31T12:00:00Z");
    private static final Instant COUNTING = REPLACED.minusSeconds(10_000);
    private static final Totals WELL = second(10, 2, 10, 1, 1);
    private static final Totals NOTHING = second(0, 0, 0, 0, 0);
    private static final Stage EMPTY = new Stage(0, Optional.empty(), true, false, "");
    private static final Stage RETRIED = new Stage(1, Optional.of(REPLACED.plusSeconds(1)), false, true, "it throws");

    private static Totals second(long taken, long refused, long delivered, long deferred, long failed) {
        return new Totals(COUNTING, taken, refused, delivered, deferred, failed);
    }

    private static Totals times(Totals one, long seconds) {
        return new Totals(one.begun(), one.taken() * seconds, one.refused() * seconds, one.delivered() * seconds, one.deferred() * seconds,
                one.failed() * seconds);
    }

    private static Totals sum(Totals a, Totals b) {
        return new Totals(b.begun(), a.taken() + b.taken(), a.refused() + b.refused(), a.delivered() + b.delivered(), a.deferred() + b.deferred(),
                a.failed() + b.failed());
    }

    /** One sample a second. */
    private static List<Sample> run(int from, Totals start, Stage stage, Totals... seconds) {
        List<Sample> samples = new ArrayList<>();
        Totals now = start;
        for (int i = 0; i < seconds.length; i++) {
            now = sum(now, seconds[i]);
            samples.add(new Sample(REPLACED.plusSeconds(from + i), Map.of("categorize", stage), 0, 0, Optional.of(now)));
        }
        return samples;
    }

    private static Totals[] repeat(Totals second, int number) {
        return Collections.nCopies(number, second).toArray(Totals[]::new);
    }

    private static Watch watch(Totals before, Stage stage, Totals... after) {
        return new Watch(REPLACED, run(-60, NOTHING, EMPTY, repeat(before, 60)), run(0, times(before, 60), stage, after), List.of());
    }

    private static Optional<String> worse(Totals before, Totals... after) {
        return watch(before, EMPTY, after).worse(Limits.STANDARD, REPLACED.plusSeconds(after.length - 1L));
    }

    private static Totals[] then(Totals[] one, Totals[] two) {
        List<Totals> all = new ArrayList<>(List.of(one));
        all.addAll(List.of(two));
        return all.toArray(Totals[]::new);
    }

    @Test
    void allMailRefusedIsWorse() {
        Totals refusing = second(0, 12, 0, 0, 0);
        assertEquals(Optional.empty(), worse(WELL, repeat(refusing, 10)), "what had to wait catches up");
        assertEquals("SMTP refuses mail: 0 taken and 120 refusals within 10 s, after 590 and 118 within 59 s before",
                worse(WELL, repeat(refusing, 11)).orElseThrow());
        assertTrue(worse(WELL, repeat(second(2, 10, 2, 0, 0), 30)).isPresent(), "most of it");
        assertTrue(worse(WELL, then(repeat(WELL, 60), repeat(refusing, 61))).isPresent(), "at last");
    }

    @Test
    void mailThatFailsOrIsPutOffIsWorse() {
        assertTrue(worse(WELL, repeat(second(10, 2, 0, 0, 10), 20)).orElseThrow().startsWith("mail does not arrive: -190 delivered and 190 failed"));
        assertTrue(worse(WELL, repeat(second(10, 2, 10, 0, 10), 20)).isPresent(), "each is followed by a report that is delivered");
        assertTrue(worse(WELL, repeat(second(10, 2, 0, 10, 0), 20)).isPresent());
    }

    @Test
    void asBeforeIsNotWorse() {
        assertEquals(Optional.empty(), worse(WELL, repeat(WELL, 60)));
        Totals bad = second(1, 10, 1, 5, 5);
        assertEquals(Optional.empty(), worse(bad, repeat(bad, 60)));
        assertEquals(Optional.empty(), worse(bad, repeat(second(0, 10, 0, 5, 5), 60)), "it was no better before");
        assertEquals(Optional.empty(), worse(NOTHING, repeat(second(0, 100, 0, 100, 100), 60)), "nothing is known of before");
    }

    @Test
    void mailThatEndsIsNotWorse() {
        assertEquals(Optional.empty(), worse(WELL, repeat(NOTHING, 60)));
        assertEquals(Optional.empty(), worse(WELL, repeat(second(0, 3, 0, 2, 1), 60)), "and some are refused as ever");
    }

    @Test
    void aWaveOfSpamOrOfDeadAddressesIsNotWorse() {
        assertEquals(Optional.empty(), worse(WELL, repeat(second(10, 500, 10, 1, 1), 60)));
        assertEquals(Optional.empty(), worse(WELL, repeat(second(20, 2, 15, 5, 5), 60)));
    }

    @Test
    void whereMailIsRareNothingIsConcluded() {
        Totals[] rare = then(repeat(NOTHING, 59), repeat(second(9, 0, 9, 0, 0), 1));
        List<Sample> before = run(-60, NOTHING, EMPTY, rare);
        List<Sample> after = run(0, second(9, 0, 9, 0, 0), EMPTY, repeat(second(0, 1, 0, 0, 1), 60));
        assertEquals(Optional.empty(), new Watch(REPLACED, before, after, List.of()).worse(Limits.STANDARD, REPLACED.plusSeconds(59)));
    }

    @Test
    void aFaultThatIsOverIsNotWorse() {
        Totals refusing = second(0, 50, 0, 10, 0);
        assertEquals(Optional.empty(), worse(WELL, then(repeat(refusing, 9), repeat(WELL, 6))));
    }

    @Test
    void whatIsCountedAnewCannotBeCompared() {
        Totals other = new Totals(REPLACED.plusSeconds(15), 0, 12, 0, 0, 0);
        List<Sample> before = run(-60, NOTHING, EMPTY, repeat(WELL, 60));
        List<Sample> after = new ArrayList<>(run(0, times(WELL, 60), EMPTY, repeat(WELL, 5)));
        after.addAll(run(5, NOTHING, EMPTY, repeat(other, 15)));
        assertEquals(12 * 14, Outcomes.of(before, after).orElseThrow().after().refused(), "since it is counted anew");
        assertEquals(Optional.empty(), Outcomes.of(before, after.subList(0, 6)), "one count is no rate");
        assertEquals(Optional.empty(), Outcomes.of(List.of(), after));
        assertEquals(Optional.empty(), Outcomes.of(before, List.of()));
    }

    /** A watch may end before what had to wait has caught up. */
    @Test
    void mailThatIsRefusedLeavesDoubt() {
        assertTrue(watch(WELL, EMPTY, repeat(second(0, 12, 0, 0, 0), 4)).undecided(Limits.STANDARD, REPLACED.plusSeconds(3)));
        assertFalse(watch(WELL, EMPTY, repeat(WELL, 4)).undecided(Limits.STANDARD, REPLACED.plusSeconds(3)));
    }

    @Test
    void oneMessageThatIsRetriedIsWorseIfNothingArrivesAnyMore() {
        assertEquals("nothing leaves the queue categorize for 20 s, where 1 message waits (it throws)",
                watch(WELL, RETRIED, repeat(NOTHING, 25)).worse(Limits.STANDARD, REPLACED.plusSeconds(24)).orElseThrow());
        assertEquals(Optional.empty(), watch(WELL, RETRIED, repeat(WELL, 25)).worse(Limits.STANDARD, REPLACED.plusSeconds(24)), "others arrive");
        assertEquals(Optional.empty(), watch(NOTHING, RETRIED, repeat(NOTHING, 25)).worse(Limits.STANDARD, REPLACED.plusSeconds(24)),
                "nothing was to be expected");
    }
}
