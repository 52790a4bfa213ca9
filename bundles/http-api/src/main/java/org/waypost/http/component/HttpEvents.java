package org.waypost.http.component;

import java.time.Duration;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.waypost.delivery.Outcome;
import org.waypost.event.EventLog;
import org.waypost.event.EventType;
import org.waypost.event.LateEventLog;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;

/** The event log of the moment for the filter and the interface; no other bundle sees its class. */
@Component(service = HttpEvents.class)
public final class HttpEvents {
    static final EventLog NOWHERE = new Nowhere();

    private final LateEventLog log = new LateEventLog();

    EventLog log() {
        return log;
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
    void bindEvents(EventLog newLog) {
        log.bind(newLog);
    }

    void unbindEvents(EventLog oldLog) {
        log.unbind(oldLog);
    }

    private static final class Nowhere implements EventLog {
        @Override
        public void report(EventType type, Object... parameters) {
            // See the constant's use.
        }

        @Override
        public void outcome(Message message, Recipient recipient, String hop, Outcome outcome, Duration delay) {
            // See the constant's use.
        }
    }
}
