package org.waypost.module.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WatchTest {
    private static final Instant REPLACED = Instant.parse("2026-01-31T12:00:00Z");
    private static final Stage EMPTY = new Stage(0, Optional.empty(), true, false, "");

    private static Instant at(int seconds) {
        return REPLACED.plusSeconds(seconds);
    }

    private static List<Sample> samples(int from, int to, IntFunction<Stage> categorize) {
        return IntStream.rangeClosed(from, to).mapToObj(s -> new Sample(at(s), Map.of("categorize", categorize.apply(s)), 0, 0)).toList();
    }

    private static Optional<String> worse(List<Sample> before, List<Sample> after, Mishap... mishaps) {
        return new Watch(REPLACED, before, after, List.of(mishaps)).worse(Limits.STANDARD, after.get(after.size() - 1).at());
    }

    private static Stage waiting(int messages, int since) {
        return new Stage(messages, Optional.of(at(since)), true, false, "");
    }

    @Test
    void mailThatFlowsIsNotWorse() {
        List<Sample> flow = samples(0, 60, s -> waiting(1 + s % 3, s - 1));
        assertEquals(Optional.empty(), worse(samples(-60, -1, s -> EMPTY), flow));
        assertEquals(Optional.empty(), worse(List.of(), flow));
    }

    @Test
    void aStageThatStandsStillIsWorse() {
        List<Sample> stuck = samples(0, 21, s -> waiting(1 + s, 1));
        String reason = worse(samples(-60, -1, s -> EMPTY), stuck).orElseThrow();
        assertEquals("nothing leaves the queue categorize for 20 s, where 22 messages wait", reason);
        assertEquals(Optional.empty(), worse(List.of(), stuck.subList(0, 12)));
    }

    @Test
    void aStageThatFailsForManyIsWorseAndOneMessageThatIsRetriedIsNot() {
        assertTrue(worse(List.of(), samples(0, 21, s -> new Stage(3, Optional.of(at(1)), false, true, "it throws"))).orElseThrow()
                .endsWith("(it throws)"));
        assertEquals(Optional.empty(), worse(List.of(), samples(0, 60, s -> new Stage(1, Optional.of(at(1)), false, true, "busy"))));
    }

    @Test
    void whatWasStuckBeforeIsNotHeldAgainstIt() {
        IntFunction<Stage> stuck = s -> waiting(5, -3_600);
        assertEquals(Optional.empty(), worse(samples(-60, -1, stuck), samples(0, 60, stuck)));
    }

    @Test
    void aFrozenStageIsNotStuck() {
        assertEquals(Optional.empty(), worse(List.of(), samples(0, 60, s -> new Stage(5, Optional.of(at(1)), false, false, ""))));
    }

    @Test
    void mailThatWaitsMuchLongerThanBeforeIsWorse() {
        List<Sample> slow = samples(0, 40, s -> waiting(100, s - 15));
        assertTrue(worse(samples(-60, -1, s -> waiting(1, s - 1)), slow).orElseThrow().startsWith("mail waits 15 s"));
        assertEquals(Optional.empty(), worse(samples(-60, -1, s -> waiting(1, s - 5)), slow));
    }

    @Test
    void catchingUpIsNotSlow() {
        assertEquals(Optional.empty(), worse(List.of(), samples(0, 40, s -> s < 10 ? waiting(100, s - 12) : waiting(1, s - 1))));
    }

    @Test
    void itsOwnErrorsCountSoonerThanThoseOfOthers() {
        List<Sample> calm = samples(0, 10, s -> EMPTY);
        assertEquals(Optional.empty(), worse(List.of(), calm, errors(true, 1, 2)));
        assertTrue(worse(List.of(), calm, errors(true, 1, 3)).orElseThrow().startsWith("it made 3 errors"));
        assertEquals(Optional.empty(), worse(List.of(), calm, errors(false, 1, 19)));
        assertTrue(worse(List.of(), calm, errors(false, 1, 20)).orElseThrow().startsWith("the server had 20 errors"));
    }

    @Test
    void errorsThatCameBeforeAreExpectedToGoOn() {
        List<Mishap> all = new ArrayList<>(List.of(errors(true, -30, 10)));
        all.addAll(List.of(errors(true, 5, 12)));
        assertEquals(Optional.empty(), worse(List.of(), samples(0, 60, s -> EMPTY), all.toArray(Mishap[]::new)));
        all.addAll(List.of(errors(true, 6, 1)));
        assertTrue(worse(List.of(), samples(0, 60, s -> EMPTY), all.toArray(Mishap[]::new)).isPresent());
    }

    private static Mishap[] errors(boolean own, int at, int number) {
        return IntStream.range(0, number).mapToObj(i -> new Mishap(at(at), own, "error " + i)).toArray(Mishap[]::new);
    }

    @Test
    void linksThatFailTogetherAreWorse() {
        Sample before = new Sample(at(-1), Map.of(), 10, 2);
        assertEquals(Optional.empty(), worse(List.of(before), List.of(new Sample(at(11), Map.of(), 10, 4))));
        assertEquals(Optional.empty(), worse(List.of(before), List.of(new Sample(at(11), Map.of(), 20, 5))));
        assertTrue(worse(List.of(before), List.of(new Sample(at(11), Map.of(), 9, 5))).isPresent());
    }

    @Test
    void queuesThatDoNotAnswerAnyMoreAreWorse() {
        Watch watch = new Watch(REPLACED, samples(-60, -1, s -> EMPTY), List.of(), List.of());
        assertEquals(Optional.empty(), watch.worse(Limits.STANDARD, at(20)));
        assertEquals("the queues do not answer for 21 s", watch.worse(Limits.STANDARD, at(21)).orElseThrow());
    }

    @Test
    void withoutSamplesOfBeforeLinksAreNotHeldAgainstIt() {
        assertEquals(Optional.empty(), worse(List.of(), List.of(new Sample(at(11), Map.of(), 9, 9))));
    }

    /** A watch may end before a stage has stood still for long enough to be called stuck. */
    @Test
    void aStageThatDoesNotMoveLeavesDoubt() {
        List<Sample> calm = samples(-60, -1, s -> EMPTY);
        assertTrue(undecided(calm, samples(0, 3, s -> s < 2 ? EMPTY : waiting(1, 2)), 3));
        assertFalse(undecided(calm, samples(0, 3, s -> EMPTY), 3));
        assertFalse(undecided(calm, samples(0, 3, s -> waiting(1 + s % 3, s)), 3), "mail flows");
        assertFalse(undecided(calm, samples(0, 60, s -> new Stage(1, Optional.of(at(1)), false, true, "busy")), 60), "one that is retried");
        assertFalse(undecided(samples(-60, -1, s -> waiting(5, -3_600)), samples(0, 3, s -> waiting(5, -3_600)), 3), "as before");
    }

    @Test
    void queuesThatDoNotAnswerLeaveDoubt() {
        assertTrue(undecided(samples(-60, -1, s -> EMPTY), List.of(), 5));
        assertFalse(undecided(List.of(), List.of(), 5), "they did not answer before either");
    }

    private static boolean undecided(List<Sample> before, List<Sample> after, int now) {
        return new Watch(REPLACED, before, after, List.of()).undecided(Limits.STANDARD, at(now));
    }
}
