package org.waypost.queue.engine;

import org.waypost.event.EventType;

/** What the queue reports. Ids are never reused; those of Exchange are kept where it has the event. */
public enum QueueEvent implements EventType {
    STARTED(1, "Queuing Engine", Severity.INFORMATION,
            "The queue runs: it has the lease of the spool"),
    LEASE_HELD(2, "Queuing Engine", Severity.INFORMATION,
            "The queue waits: another one works on this spool; asked again each second"),
    FAULT(3, "Queuing Engine", Severity.ERROR, "The queue met a fault of its own and goes on; please report it"),
    STORE_FAILED(4, "Queuing Engine", Severity.ERROR,
            "Results of deliveries could not be stored and are kept to be stored again: {}"),
    FROZEN(5, "Queuing Engine", Severity.INFORMATION, "Queue {} was frozen by an administrator"),
    UNFROZEN(6, "Queuing Engine", Severity.INFORMATION, "Queue {} was unfrozen by an administrator"),
    BAD_CONFIGURATION(7, "Queuing Engine", Severity.ERROR,
            "Configuration {}: key {}, value \"{}\" is not used, the last good one stays; allowed: {}"),
    FROZEN_NOT_STORED(8, "Queuing Engine", Severity.ERROR, "The list of frozen and disabled queues could not be stored"),
    FROZEN_NOT_READ(11, "Queuing Engine", Severity.ERROR,
            "The list of frozen and disabled queues could not be read: none is held until it can"),
    LOAD_FAILED(9, "Queuing Engine", Severity.ERROR, "The spool could not be listed, which is tried again: {}"),
    DELETED(10, "Queuing Engine", Severity.INFORMATION, "Message {}: recipients deleted by an administrator: {}"),
    LEFTOVERS_NOT_KEPT(12, "Queuing Engine", Severity.ERROR,
            "Deliveries that the spool did not record could not be noted either: their messages are delivered again"),
    LEFTOVERS_NOT_READ(13, "Queuing Engine", Severity.ERROR,
            "The note of deliveries that the spool did not record could not be read or removed: their messages may be delivered again"),
    DISABLED(14, "Queuing Engine", Severity.INFORMATION, "Queue {} was disabled by an administrator"),
    ENABLED(15, "Queuing Engine", Severity.INFORMATION, "Queue {} was enabled by an administrator"),
    OUTBOUND_DISABLED(16, "Queuing Engine", Severity.WARNING, "All outbound mail was disabled by {}: nothing leaves for another server"),
    OUTBOUND_ENABLED(17, "Queuing Engine", Severity.INFORMATION, "Outbound mail was enabled by an administrator"),
    BADMAIL(1021, "NDR", Severity.WARNING,
            "Message {} has no sender to be told and cannot be delivered to {} ({}); it was written to {}"),
    BADMAIL_FAILED(1022, "NDR", Severity.ERROR, "Message {} could not be written to the badmail folder, tried again: {}"),
    NDR_NO_RESOURCES(3001, "NDR", Severity.ERROR,
            "A non-delivery report with a status code of {} was generated for recipient {} (Message-ID {})"),
    NDR_DELETED(3002, "NDR", Severity.INFORMATION,
            "A non-delivery report with a status code of {} was generated for recipient {} (Message-ID {})"),
    NDR_NO_ANSWER(3003, "NDR", Severity.WARNING,
            "A non-delivery report with a status code of {} was generated for recipient {} (Message-ID {})"),
    NDR(3028, "NDR", Severity.INFORMATION,
            "A non-delivery report with a status code of {} was generated for recipient {} (Message-ID {})"),
    HOP_DOWN(4000, "Connection Manager", Severity.WARNING,
            "Message delivery to the next hop '{}' failed: {}. Next try at {}"),
    CATEGORIZER_RETRY(9035, "Categorizer", Severity.WARNING,
            "Categorization of message {} failed with a retryable error: {}. Next try at {}"),
    ROUTER_RETRY(9036, "Routing Engine", Severity.WARNING,
            "Routing of message {} failed with a retryable error: {}. Next try at {}"),
    AGENT_FAULT(9037, "Connection Manager", Severity.ERROR,
            "The delivery agent of queue {} failed on message {}, which is tried again: {}");

    private final int id;
    private final String category;
    private final Severity severity;
    private final String text;

    QueueEvent(int id, String category, Severity severity, String text) {
        this.id = id;
        this.category = category;
        this.severity = severity;
        this.text = text;
    }

    @Override
    public String source() {
        return "Queue";
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public String category() {
        return category;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public String text() {
        return text;
    }

    /** A retry of one message is no news when the categorizer reports the outage behind it. */
    @Override
    public int level() {
        return this == CATEGORIZER_RETRY ? 3 : EventType.super.level();
    }
}
