package org.waypost.module.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.waypost.text.Counted;

/**
 * What was seen before and after a replacement.
 *
 * @param replaced when the new module was active
 * @param before samples of about a minute, in the order of time; may be empty
 * @param after samples since then, in the order of time
 * @param mishaps of both times
 */
public record Watch(Instant replaced, List<Sample> before, List<Sample> after, List<Mishap> mishaps) {
    private static final Duration BEFORE = Duration.ofMinutes(1);
    /** Samples come each second. */
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final int FEW = 3;
    private static final int QUARTER = 4;

    public Watch {
        before = List.copyOf(before);
        after = List.copyOf(after);
        mishaps = List.copyOf(mishaps);
    }

    /** Why it is worse, as a clause; empty while it is not. */
    public Optional<String> worse(Limits limits, Instant now) {
        return silent(limits, now).or(() -> ownErrors(limits)).or(() -> errors(limits)).or(() -> stuck(limits)).or(() -> slow(limits))
                .or(() -> links(limits)).or(() -> outcomes(limits));
    }

    /** The queues answered before, and do not any more. */
    private Optional<String> silent(Limits limits, Instant now) {
        return before.isEmpty() || Duration.between(last(), now).compareTo(limits.stuck()) <= 0 ? Optional.empty()
                : Optional.of("the queues do not answer for " + Duration.between(last(), now).toSeconds() + " s");
    }

    /** Whether it may yet turn out to be worse: a stage that may be stuck, mail that is refused, or queues that may have fallen silent. */
    public boolean undecided(Limits limits, Instant now) {
        return isQuiet(now) || Outcomes.of(before, after).flatMap(Outcomes::worse).isPresent() || !after.isEmpty() && after.get(after.size() - 1).stages().keySet().stream()
                .anyMatch(name -> standsStill(name, after.subList(Math.max(0, after.size() - 2), after.size()))
                        && after.size() > 1 && !wasStuck(name, after.get(after.size() - 1), limits));
    }

    private boolean isQuiet(Instant now) {
        return !before.isEmpty() && Duration.between(last(), now).compareTo(QUIET) > 0;
    }

    private Instant last() {
        return after.isEmpty() ? replaced : after.get(after.size() - 1).at();
    }

    private Optional<String> ownErrors(Limits limits) {
        return excess(mishaps.stream().filter(Mishap::own).toList(), limits.ownErrors(), "it made");
    }

    private Optional<String> errors(Limits limits) {
        return excess(mishaps, limits.errors(), "the server had");
    }

    /** What happened before counts in the proportion of the times. */
    private Optional<String> excess(List<Mishap> all, int limit, String who) {
        List<Mishap> since = all.stream().filter(m -> !m.at().isBefore(replaced)).toList();
        long earlier = all.stream().filter(m -> m.at().isBefore(replaced) && m.at().isAfter(replaced.minus(BEFORE))).count();
        double expected = earlier * Math.max(1.0, (double) age().toMillis() / BEFORE.toMillis());
        return since.size() < expected + limit ? Optional.empty()
                : Optional.of(who + " " + since.size() + " errors within " + age().toSeconds() + " s, after " + earlier
                        + " in the minute before; the last one: " + since.get(since.size() - 1).text());
    }

    private Duration age() {
        return after.isEmpty() ? Duration.ZERO : Duration.between(replaced, after.get(after.size() - 1).at());
    }

    /** The same message is the oldest all the time, and it was not stuck so before. */
    private Optional<String> stuck(Limits limits) {
        if (age().compareTo(limits.stuck()) < 0) {
            return Optional.empty();
        }
        Sample last = after.get(after.size() - 1);
        List<Sample> lately = after.stream().filter(s -> !s.at().isBefore(last.at().minus(limits.stuck()))).toList();
        return last.stages().keySet().stream().sorted().filter(name -> standsStill(name, lately) && !wasStuck(name, last, limits)).findFirst()
                .map(name -> "nothing leaves the queue " + name + " for " + limits.stuck().toSeconds() + " s, where "
                        + Counted.of(last.stages().get(name).messages(), "message waits", "messages wait") + because(last.stages().get(name)));
    }

    private static String because(Stage stage) {
        return stage.reason().isEmpty() ? "" : " (" + stage.reason() + ")";
    }

    private boolean standsStill(String name, List<Sample> samples) {
        Optional<Instant> oldest = oldest(name, samples.get(0));
        boolean same = oldest.isPresent() && samples.stream().allMatch(s -> oldest(name, s).equals(oldest));
        return same && !shrinks(name, samples) && isMany(samples.get(samples.size() - 1).stages().get(name));
    }

    /** One message that is retried is that message's matter, unless nothing arrives any more at all. */
    private boolean isMany(Stage stage) {
        return stage.open() && !stage.retrying() || stage.messages() >= FEW
                || Outcomes.of(before, after).filter(Outcomes::nothingArrives).isPresent();
    }

    private static boolean shrinks(String name, List<Sample> samples) {
        return IntStream.range(1, samples.size())
                .anyMatch(i -> samples.get(i).stages().get(name).messages() < samples.get(i - 1).stages().get(name).messages());
    }

    /** Of those that may leave: a failed attempt must not leave the stage out, it is what is looked for. */
    private static Optional<Instant> oldest(String name, Sample sample) {
        return Optional.ofNullable(sample.stages().get(name)).filter(stage -> stage.open() || stage.retrying()).flatMap(Stage::oldest);
    }

    private boolean wasStuck(String name, Sample last, Limits limits) {
        Optional<Instant> oldest = oldest(name, last);
        return before.stream().anyMatch(s -> oldest(name, s).equals(oldest)
                && oldest.filter(o -> Duration.between(o, s.at()).compareTo(limits.stuck()) > 0).isPresent());
    }

    private Optional<String> slow(Limits limits) {
        List<Sample> settled = after.stream().filter(s -> s.at().isAfter(replaced.plus(limits.settle()))).toList();
        Duration usual = before.stream().map(this::longestWait).max(Duration::compareTo).orElse(Duration.ZERO);
        Duration limit = max(limits.slow(), usual.multipliedBy(QUARTER));
        List<Sample> lately = settled.subList(Math.max(0, settled.size() - QUARTER), settled.size());
        boolean slow = lately.size() == QUARTER && lately.stream().allMatch(s -> longestWait(s).compareTo(limit) > 0);
        return slow ? Optional.of("mail waits " + longestWait(lately.get(QUARTER - 1)).toSeconds() + " s in a stage, before it was at most "
                + usual.toSeconds() + " s") : Optional.empty();
    }

    /** An older message is retried now and then, which says nothing of how fast mail goes. */
    private Duration longestWait(Sample sample) {
        return sample.longestWait(replaced.minus(BEFORE));
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    /** What had to wait catches up first. */
    private Optional<String> outcomes(Limits limits) {
        return age().compareTo(limits.settle()) < 0 ? Optional.empty() : Outcomes.of(before, after).flatMap(Outcomes::worse);
    }

    private Optional<String> links(Limits limits) {
        if (before.isEmpty() || age().compareTo(limits.settle()) < 0) {
            return Optional.empty();
        }
        Sample last = after.get(after.size() - 1);
        int usual = before.stream().mapToInt(Sample::failing).max().orElse(0);
        boolean worse = last.failing() >= usual + FEW && 2 * last.failing() > last.links();
        return worse ? Optional.of(last.failing() + " of " + last.links() + " queues to other hosts fail, before it were at most " + usual)
                : Optional.empty();
    }
}
