package org.waypost.admin.core;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.waypost.admin.Answer;
import org.waypost.admin.TrackingAdmin;
import org.waypost.event.EventLog;
import org.waypost.mail.MessageId;
import org.waypost.service.Gate;
import org.waypost.tracking.MessageTracking;
import org.waypost.tracking.TrackingEvent;
import org.waypost.tracking.TrackingKind;
import org.waypost.tracking.TrackingQuestion;

/** Message tracking for people. */
public class TrackingUseCases extends UseCases<MessageTracking> implements TrackingAdmin {
    /** Whoever takes a message tells of it after the queue may have told its first steps of the same millisecond. */
    private static final Comparator<TrackingEvent> ORDER = Comparator.comparing(TrackingEvent::time)
            .thenComparing(event -> event.kind() != TrackingKind.RECEIVED);

    /** @param wait for an answer, positive */
    public TrackingUseCases(Gate<MessageTracking> tracking, EventLog events, Duration wait) {
        super("Message tracking", tracking, events, wait);
    }

    @Override
    public Answer<List<TrackingEvent>> find(TrackingQuestion question) {
        return ask(tracking -> tracking.find(question), Answer.Ok::new);
    }

    @Override
    public Answer<List<TrackingEvent>> history(String id) {
        MessageId message;
        try {
            message = MessageId.parse(id);
        } catch (IllegalArgumentException e) {
            return new Answer.Refused<>("\"" + id + "\" is not a queue id, which has 13 digits and letters; message:track shows them.");
        }
        return ask(tracking -> tracking.history(message), events -> events.isEmpty() ? unknown(message)
                : new Answer.Ok<>(events.stream().sorted(ORDER).toList()));
    }

    @Override
    public Answer<MessageTracking.Status> status() {
        return look(MessageTracking::status);
    }

    private static Answer<List<TrackingEvent>> unknown(MessageId message) {
        return Answer.Refused.unknown("Nothing is known of message " + message
                + ": it never was here, or its records are older than message tracking keeps them; message:track shows those it has.");
    }
}
