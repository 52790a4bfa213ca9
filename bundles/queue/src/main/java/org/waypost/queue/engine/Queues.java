package org.waypost.queue.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.waypost.queue.QueueState;
import org.waypost.routing.NextHop;

/** All queues there are: the fixed stages, and a link queue for each next hop that something goes to. */
final class Queues {
    private final Alarm alarm;
    private final Consumer<JobQueue> holds;
    private final JobQueue submission;
    private final JobQueue categorize;
    private final JobQueue route;
    private final JobQueue unreachable;
    private final JobQueue deferred;
    private final List<JobQueue> stages;
    private final Map<String, LinkQueue> links = new LinkedHashMap<>();

    /** @param holds makes a fresh queue held if an administrator holds it */
    Queues(Alarm alarm, Consumer<JobQueue> holds) {
        this.alarm = alarm;
        this.holds = holds;
        submission = stage("submission", QueueState.RETRY);
        categorize = stage("categorize", QueueState.RETRY);
        route = stage("route", QueueState.RETRY);
        unreachable = stage("unreachable", QueueState.RETRY);
        deferred = stage("deferred", QueueState.SCHEDULED);
        stages = List.of(submission, categorize, route, unreachable, deferred);
    }

    /** Taken in, not yet begun. */
    JobQueue submission() {
        return submission;
    }

    /** The pre-categorization queue. */
    JobQueue categorize() {
        return categorize;
    }

    /** Next hop not yet decided. */
    JobQueue route() {
        return route;
    }

    /** No way at present. */
    JobQueue unreachable() {
        return unreachable;
    }

    /** Accepted for a later time. */
    JobQueue deferred() {
        return deferred;
    }

    LinkQueue link(NextHop hop) {
        LinkQueue link = links.get(hop.queue());
        if (link == null) {
            link = new LinkQueue(hop, alarm);
            holds.accept(link);
            links.put(hop.queue(), link);
        }
        link.hop(hop);
        return link;
    }

    Collection<LinkQueue> links() {
        return links.values();
    }

    Optional<JobQueue> find(String name) {
        Optional<JobQueue> link = Optional.ofNullable(links.get(name));
        return link.isPresent() ? link : stages.stream().filter(stage -> stage.name().equals(name)).findFirst();
    }

    List<JobQueue> all() {
        List<JobQueue> all = new ArrayList<>(stages);
        all.addAll(links.values());
        return all;
    }

    /** Jobs whose time has come get ready. */
    void release(Instant now) {
        if (alarm.rings(now)) {
            all().forEach(queue -> queue.release(now));
        }
    }

    /** Forgets the link queues that nothing goes to any more. */
    void prune() {
        pruneIf(link -> true);
    }

    void pruneIf(Predicate<LinkQueue> which) {
        links.values().removeIf(link -> link.isEmpty() && link.active() == 0 && which.test(link));
    }

    private JobQueue stage(String name, QueueState waitingState) {
        JobQueue queue = new JobQueue(name, waitingState, alarm);
        holds.accept(queue);
        return queue;
    }
}
