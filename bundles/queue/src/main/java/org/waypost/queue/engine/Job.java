package org.waypost.queue.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waypost.delivery.Delivery.Target;
import org.waypost.mail.Recipient;
import org.waypost.routing.NextHop;

/**
 * Recipients of one message that go the same way at the same time: what moves through the queues.
 * A recipient that is to be delivered belongs to exactly one job.
 */
final class Job {
    private static final Duration RETURNED_AGAIN = Duration.ofSeconds(1);

    private final QueuedEntry entry;
    private final int number;
    private List<Target> targets;
    private NextHop hop;
    private Optional<String> server = Optional.empty();
    private Instant due = Instant.EPOCH;
    private int tries;
    private int moves;
    private boolean settling;
    private boolean lost;
    private int routes;
    private JobQueue queue;
    private Place place;
    /** Neighbours; for {@link JobList} alone. */
    Job previous;
    Job next;

    Job(QueuedEntry entry, int number, List<Target> targets) {
        this.entry = entry;
        this.number = number;
        this.targets = targets;
    }

    QueuedEntry entry() {
        return entry;
    }

    /** Unique in its message. */
    int number() {
        return number;
    }

    List<Target> targets() {
        return targets;
    }

    void targets(List<Target> newTargets) {
        targets = newTargets;
    }

    List<Recipient> recipients() {
        return targets.size() == 1 ? List.of(targets.get(0).recipient()) : targets.stream().map(Target::recipient).toList();
    }

    /** Null until it has been found once. */
    NextHop hop() {
        return hop;
    }

    void hop(NextHop newHop) {
        hop = newHop;
        lost = false;
    }

    /** Which routes it was asked by, see {@link RouteStage}. */
    int routes() {
        return routes;
    }

    void routes(int askedBy) {
        routes = askedBy;
    }

    /** There is no way any more: what was learnt of the last next hop is out of date. */
    void loseWay() {
        lost = true;
    }

    /** Whether it was found to have no way since it last had one. */
    boolean isLost() {
        return lost;
    }

    /** Whether it waits for this next hop already. */
    boolean waitsFor(NextHop other) {
        return hop == null || !lost && hop.queue().equals(other.queue());
    }

    /** The server of the organization that its recipients belong to; empty for recipients outside. */
    Optional<String> server() {
        return server;
    }

    void server(Optional<String> newServer) {
        server = newServer;
    }

    /** Not to be worked on before; {@link Instant#EPOCH} for at once. */
    Instant due() {
        return due;
    }

    /** The earliest time that the spool has for one of its recipients. */
    Instant recipientsDue() {
        Instant earliest = targets.get(0).recipient().progress().due();
        for (Target target : targets) {
            Instant other = target.recipient().progress().due();
            earliest = other.isBefore(earliest) ? other : earliest;
        }
        return earliest;
    }

    /** Tries of the present stage that failed in a row. */
    int tries() {
        return tries;
    }

    int failedAgain() {
        return ++tries;
    }

    /** When to go on after a try that came to nothing through nobody's fault: at once, but not in a tight circle. */
    Instant returned(Instant now) {
        return failedAgain() == 1 ? Instant.EPOCH : now.plus(RETURNED_AGAIN);
    }

    void newStage() {
        tries = 0;
    }

    /** The one queue it is in; null before it entered the first and after it is done. */
    JobQueue queue() {
        return queue;
    }

    /** Changes with each move: an answer to what was asked before a move comes too late. */
    int moves() {
        return moves;
    }

    void beginSettling() {
        settling = true;
    }

    void endSettling() {
        settling = false;
    }

    /** Its fate is decided and on its way to the spool: nothing else may be done with it. */
    boolean isSettling() {
        return settling;
    }

    /**
     * Whether it may be expired or deleted. A stage that does not answer is no reason against it; a
     * delivery under way is, for it may succeed.
     */
    boolean isFree() {
        return queue != null && !settling && !(queue instanceof LinkQueue && queue.isWorkingOn(this));
    }

    boolean isIn(Place other) {
        return place == other;
    }

    void moveTo(JobQueue newQueue, Place newPlace, Instant newDue) {
        if (entry.isForgotten()) {
            leave();
            return;
        }
        detach();
        if (newQueue != queue) {
            exit();
            newQueue.enter(entry);
        }
        queue = newQueue;
        place = newPlace;
        due = newDue;
        newPlace.add(this);
    }

    /** It is done, or its recipients go on in other jobs. */
    void leave() {
        detach();
        exit();
    }

    private void detach() {
        moves++;
        if (place != null) {
            place.remove(this);
            place = null;
        }
    }

    private void exit() {
        if (queue != null) {
            queue.exit(entry);
            queue = null;
        }
    }
}
