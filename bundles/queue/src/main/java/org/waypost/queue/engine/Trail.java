package org.waypost.queue.engine;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waypost.delivery.Delivery.Target;
import org.waypost.delivery.Outcome;
import org.waypost.format.dsn.RecipientReport;
import org.waypost.mail.Address;
import org.waypost.mail.Message;
import org.waypost.mail.MessageId;
import org.waypost.mail.Recipient;
import org.waypost.routing.NextHop;
import org.waypost.spool.NewMessage;
import org.waypost.tracking.Tracking;
import org.waypost.tracking.TrackingEvent;
import org.waypost.tracking.TrackingEventBuilder;
import org.waypost.tracking.TrackingKind;

/** Tells message tracking what happens in the engine. While nobody keeps it, nothing is made of it. */
final class Trail {
    private final Tracking tracking;
    private final InstantSource clock;

    Trail(Tracking tracking, InstantSource clock) {
        this.tracking = tracking;
        this.clock = clock;
    }

    void note(TrackingKind kind, Job job, String text) {
        if (tracking.isOn()) {
            record(event(kind, job, text));
        }
    }

    /**
     * There is no way for now. That it was categorized is told only here: where the way is found at once its queue says so,
     * and an event less a message is a quarter of what tracking costs.
     *
     * @param first whether it has just been categorized
     */
    void routeDeferred(Job job, String reason, boolean first) {
        if (first) {
            note(TrackingKind.CATEGORIZED, job, "");
        }
        note(TrackingKind.ROUTE_DEFERRED, job, reason);
    }

    /** It waits for a next hop that it did not wait for before. */
    void queued(Job job) {
        if (tracking.isOn()) {
            boolean local = job.hop() instanceof NextHop.Local;
            record(withHop(event(local ? TrackingKind.QUEUED_LOCAL : TrackingKind.QUEUED_REMOTE, job, ""), job));
        }
    }

    /** @param outcomes of the job's targets, in their order; equal ones become one event */
    void outcomes(Job job, List<Outcome> outcomes) {
        if (!tracking.isOn()) {
            return;
        }
        Outcome first = outcomes.get(0);
        if (outcomes.stream().allMatch(first::equals)) {
            outcome(job, first, addresses(job.targets()));
            return;
        }
        Map<Outcome, List<Address>> equal = new LinkedHashMap<>();
        for (int i = 0; i < outcomes.size(); i++) {
            equal.computeIfAbsent(outcomes.get(i), key -> new ArrayList<>()).add(job.targets().get(i).recipient().address());
        }
        equal.forEach((outcome, recipients) -> outcome(job, outcome, recipients));
    }

    /** A recipient goes on in another message. */
    void copied(Job job, MessageId copy, String text) {
        if (tracking.isOn()) {
            record(event(TrackingKind.EXPANDED, job, text).related(copy));
        }
    }

    void deleted(Job job, String text) {
        if (tracking.isOn()) {
            record(withHop(event(TrackingKind.DELETED, job, text), job));
        }
    }

    void badmail(Message message, List<Recipient> recipients, String text) {
        if (tracking.isOn()) {
            record(TrackingEvent.of(clock.instant(), TrackingKind.BAD_MAIL, message).text(text)
                    .recipients(recipients.stream().map(Recipient::address).toList()));
        }
    }

    void dsn(Message about, List<RecipientReport> reports, NewMessage dsn) {
        if (tracking.isOn()) {
            record(TrackingEvent.of(clock.instant(), TrackingKind.DSN, about).related(dsn.message().id())
                    .recipients(reports.stream().map(RecipientReport::recipient).toList()));
            record(TrackingEvent.of(clock.instant(), TrackingKind.RECEIVED, dsn.message())
                    .recipients(dsn.recipients().stream().map(Recipient::address).toList()));
        }
    }

    private void outcome(Job job, Outcome outcome, List<Address> recipients) {
        Message message = job.entry().message();
        record(withHop(TrackingEvent.of(clock.instant(), kind(job, outcome), message).recipients(recipients), job)
                .remote(host(outcome.remote()), outcome.remoteAddress()).tls(outcome.tls()).text(outcome.text()));
    }

    private static TrackingKind kind(Job job, Outcome outcome) {
        boolean local = job.hop() instanceof NextHop.Local;
        if (outcome.isSuccess()) {
            // What never had a next hop came to an end as a group.
            return job.hop() == null ? TrackingKind.EXPANDED : local ? TrackingKind.DELIVERED : TrackingKind.TRANSFERRED;
        }
        return outcome.isDone() ? TrackingKind.FAILED : local ? TrackingKind.LOCAL_DEFERRED : TrackingKind.DEFERRED;
    }

    /** Without the address that agents add in brackets. */
    private static String host(String remote) {
        int bracket = remote.indexOf('[');
        return bracket > 0 ? remote.substring(0, bracket) : remote;
    }

    private TrackingEventBuilder event(TrackingKind kind, Job job, String text) {
        return TrackingEvent.of(clock.instant(), kind, job.entry().message()).recipients(addresses(job.targets())).text(text);
    }

    private static TrackingEventBuilder withHop(TrackingEventBuilder event, Job job) {
        if (job.hop() == null) {
            return event.queue(job.queue().name());
        }
        return event.queue(job.hop().queue()).connector(job.hop() instanceof NextHop.Link link ? link.connector() : "");
    }

    private static List<Address> addresses(List<Target> targets) {
        return targets.size() == 1 ? List.of(targets.get(0).recipient().address())
                : targets.stream().map(target -> target.recipient().address()).toList();
    }

    private void record(TrackingEventBuilder event) {
        tracking.record(event.build());
    }
}
