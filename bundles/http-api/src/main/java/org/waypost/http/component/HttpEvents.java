package org.waypost.http.component;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.waypost.event.EventLog;
import org.waypost.event.LateEventLog;

/** The event log of the moment for the filter and the interface; no other bundle sees its class. */
@Component(service = HttpEvents.class)
public final class HttpEvents {
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
}
