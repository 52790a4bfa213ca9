package org.waypost.queue.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
        Job job = new Job(this, nextJob++, targets);
        jobs.add(job);
        return job;
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

    QueuedMessage snapshot() {
        return new QueuedMessage(message, jobs.stream()
                .flatMap(job -> job.targets().stream()
                        .map(target -> new QueuedMessage.Place(target.recipient(), job.queue().name())))
                .sorted(Comparator.comparingInt(place -> place.recipient().number()))
                .toList());
    }
}
