package org.waypost.track.store;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.waypost.mail.MessageId;
import org.waypost.tracking.TrackingEvent;
import org.waypost.tracking.TrackingQuestion;

/** All that happened to a message and to those it is related to. */
final class Histories {
    /** A group of groups has some dozen copies; more than this nobody reads. */
    private static final int MOST_MESSAGES = 200;

    private final Finder finder;

    Histories(Finder finder) {
        this.finder = finder;
    }

    List<TrackingEvent> history(MessageId message) throws IOException {
        Set<MessageId> known = new LinkedHashSet<>(List.of(message));
        ArrayDeque<MessageId> open = new ArrayDeque<>(known);
        Set<TrackingEvent> found = new LinkedHashSet<>();
        while (!open.isEmpty() && found.size() < TrackingQuestion.MOST) {
            List<TrackingEvent> events = new ArrayList<>(
                    finder.find(TrackingQuestion.newest(TrackingQuestion.MOST).message(open.remove())));
            // Those of the same millisecond are to stay in the order they were recorded in.
            Collections.reverse(events);
            for (TrackingEvent event : events) {
                found.add(event);
                meet(event.message(), known, open);
                event.related().ifPresent(related -> meet(related, known, open));
            }
        }
        return found.stream().sorted(Comparator.comparing(TrackingEvent::time)).limit(TrackingQuestion.MOST).toList();
    }

    private static void meet(MessageId message, Set<MessageId> known, ArrayDeque<MessageId> open) {
        if (known.size() < MOST_MESSAGES && known.add(message)) {
            open.add(message);
        }
    }
}
