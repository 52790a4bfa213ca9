package org.waypost.queue.engine;

import java.util.List;
import org.waypost.event.EventLog;
import org.waypost.format.dsn.Action;
import org.waypost.format.dsn.RecipientReport;
import org.waypost.mail.EnhancedStatus;
import org.waypost.mail.Message;

/** Reports each failure that a sender is told of, under the id that Exchange has for its status. */
record NdrEvents(EventLog events) {
    void report(Message message, List<RecipientReport> reports) {
        for (RecipientReport report : reports) {
            if (report.action() == Action.FAILED) {
                events.report(event(report.status()), report.status(), report.recipient(), message.id());
            }
        }
    }

    private static QueueEvent event(EnhancedStatus status) {
        return switch (status.toString()) {
            case "4.3.1" -> QueueEvent.NDR_NO_RESOURCES;
            case "4.3.2" -> QueueEvent.NDR_DELETED;
            case "4.4.1" -> QueueEvent.NDR_NO_ANSWER;
            default -> QueueEvent.NDR;
        };
    }
}
