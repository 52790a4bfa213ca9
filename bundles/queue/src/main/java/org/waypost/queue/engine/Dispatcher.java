package org.waypost.queue.engine;

import java.time.Instant;
import java.util.ArrayDeque;
import org.waypost.delivery.Delivery;
import org.waypost.delivery.DeliveryResult;
import org.waypost.mail.Message;
import org.waypost.routing.NextHop;

/**
 * Hands jobs to delivery agents, fairly between the link queues (each in turn gives one) and within
 * bounds: for each next hop and for all together.
 */
final class Dispatcher {
    private final Core core;
    private final ArrayDeque<LinkQueue> ring = new ArrayDeque<>();
    private Attempt.End end;
    private int active;

    Dispatcher(Core core) {
        this.core = core;
    }

    /** @param newEnd takes the results */
    void onEnd(Attempt.End newEnd) {
        end = newEnd;
    }

    int active() {
        return active;
    }

    /** A job comes to its next hop. If it waits for that hop already it goes on waiting; another hop is tried at once. */
    void admit(Job job, NextHop hop) {
        boolean fresh = !job.waitsFor(hop);
        boolean first = job.hop() == null;
        job.hop(hop);
        job.newStage();
        if (first || fresh) {
            core.trail().queued(job);
        }
        place(job, core.queues().link(hop), fresh ? Instant.EPOCH : job.recipientsDue());
    }

    /** A job gets a place in its link queue. */
    void place(Job job, LinkQueue link, Instant due) {
        if (due != Instant.EPOCH && due.isAfter(core.now())) {
            link.putWaiting(job, due);
        } else {
            link.putReady(job);
            offer(link);
        }
    }

    /** Something about the queue changed so that it may have work now. */
    void offer(LinkQueue link) {
        if (link.joinDispatch()) {
            ring.add(link);
        }
    }

    void offerAll() {
        core.queues().links().forEach(this::offer);
    }

    void turn(Instant now) {
        int max = core.settings().get().maxDeliveries();
        while (active < max && !core.committer().isCongested() && !ring.isEmpty()) {
            LinkQueue link = ring.poll();
            if (mayStart(link, now)) {
                link.take().ifPresent(job -> start(link, job));
                ring.add(link);
            } else {
                link.leftDispatch();
            }
        }
    }

    private boolean mayStart(LinkQueue link, Instant now) {
        QueueSettings settings = core.settings().get();
        int limit = link.hop() instanceof NextHop.Local ? settings.maxLocalDeliveries() : settings.maxConnectionsPerHop();
        return link.canStart(now, limit) && core.services().agents().gate(link.hop().agent()).isOpen();
    }

    private void start(LinkQueue link, Job job) {
        active++;
        link.started();
        Message message = job.entry().message();
        Delivery delivery = new Delivery(message, job.hop(), job.targets(), core.content(message));
        new Attempt(job, link, core.executor(), this::ended)
                .start(core.services().agents().gate(job.hop().agent()), delivery);
    }

    private void ended(Attempt attempt, DeliveryResult result, Throwable failure) {
        active--;
        attempt.link().ended();
        offer(attempt.link());
        end.ended(attempt, result, failure);
    }
}
