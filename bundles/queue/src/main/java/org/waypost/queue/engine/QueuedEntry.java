package org.waypost.queue.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.waypost.delivery.Delivery.Target;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;
import org.waypost.queue.QueuedMessage;

/** A message in memory: its jobs, the recipients it was expanded from, and what is still to be stored about it. */
final class QueuedEntry {
    private final Message message;
    private final List<Job> jobs = new ArrayList<>(1);
    private List<Recipient> expanded = List.of();
    private int nextRecipient;
    private int nextJob;
    private OptionalInt hops = OptionalInt.empty();
    private boolean forgotten;
    /** Jobs in each queue; null until there is a second job, for most messages never have one. */
    private Map<JobQueue, Integer> counts;

    QueuedEntry(Message message, List<Recipient> rows) {
        this.message = message;
        nextRecipient = rows.stream().mapToInt(Recipient::number).max().orElse(-1) + 1;
        rows.stream().filter(row -> row.progress().state() == Recipient.State.EXPANDED).forEach(this::expanded);
    }

    Message message() {
        return message;
    }

    /** The Received fields of its header; empty before they were counted. */
    OptionalInt hops() {
        return hops;
    }

    void hops(int counted) {
        hops = OptionalInt.of(counted);
    }

    List<Job> jobs() {
        return jobs;
    }

    Job newJob(List<Target> targets) {
        if (counts == null && !jobs.isEmpty()) {
            counts = new HashMap<>();
            Optional.ofNullable(jobs.get(0).queue()).ifPresent(this::enter);
        }
        Job job = new Job(this, nextJob++, targets);
        jobs.add(job);
        return job;
    }

    /** A job of it enters a queue. @return whether it is the only one there */
    boolean enter(JobQueue queue) {
        return counts == null || counts.merge(queue, 1, Integer::sum) == 1;
    }

    /** A job of it leaves a queue. @return whether it was the last one there */
    boolean exit(JobQueue queue) {
        return counts == null || counts.computeIfPresent(queue, (same, count) -> count == 1 ? null : count - 1) == null;
    }

    boolean isIn(JobQueue queue) {
        return counts == null ? !jobs.isEmpty() && jobs.get(0).queue() == queue : counts.containsKey(queue);
    }

    /** Takes some recipients out of a job into one of their own, which is in no queue yet. */
    Job split(Job job, List<Target> targets) {
        List<Target> rest = new ArrayList<>(job.targets());
        rest.removeAll(targets);
        job.targets(List.copyOf(rest));
        return newJob(targets);
    }

    void finished(Job job) {
        job.leave();
        jobs.remove(job);
    }

    boolean isFinished() {
        return jobs.isEmpty();
    }

    /** Its jobs leave their queues and enter none any more, whatever is still under way for them. */
    void forget() {
        forgotten = true;
        jobs.forEach(Job::leave);
    }

    boolean isForgotten() {
        return forgotten;
    }

    int nextRecipientNumber() {
        return nextRecipient++;
    }

    void expanded(Recipient row) {
        List<Recipient> more = new ArrayList<>(expanded);
        more.add(row);
        expanded = more;
    }

    List<Recipient> expanded() {
        return expanded;
    }

    Optional<Recipient> parentOf(Recipient recipient) {
        return expanded.stream().filter(row -> row.number() == recipient.parent()).findFirst();
    }

    Stream<Recipient> waiting() {
        return jobs.stream().flatMap(job -> job.targets().stream()).map(Target::recipient);
    }

    QueuedMessage snapshot(Instant now) {
        return new QueuedMessage(message, jobs.stream()
                .flatMap(job -> job.targets().stream()
                        .map(target -> new QueuedMessage.Place(target.recipient(), job.queue().name(), job.queue().stateOf(job, now))))
                .sorted(Comparator.comparingInt(place -> place.recipient().number()))
                .toList());
    }
}
