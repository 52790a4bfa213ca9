package org.waypost.admin.core;

import org.waypost.event.EventType;

/** What administrators did. Beside its own parameters each tells who, what was before and what is after, see {@link Audit}. */
public enum AdminEvent implements EventType {
    QUEUE_RETRIED(1, "Queues", "An administrator asked to try the queue {} now."),
    QUEUE_FROZEN(2, "Queues", "An administrator froze the queue {}."),
    QUEUE_UNFROZEN(3, "Queues", "An administrator unfroze the queue {}."),
    MESSAGE_DELETED(4, "Queues", "Message {}: recipients deleted by an administrator: {}; DSN to the sender: {}."),
    SERVER_STARTED(5, "Servers", "An administrator started the virtual server {}."),
    SERVER_STOPPED(6, "Servers", "An administrator stopped the virtual server {}."),
    SERVER_PAUSED(7, "Servers", "An administrator paused the virtual server {}."),
    PROPERTY_SET(8, "Metabase", "An administrator set the property {} of the metabase key {}."),
    PROPERTY_UNSET(9, "Metabase", "An administrator took away the property {}, or its override, of the metabase key {}."),
    METABASE_IMPORTED(10, "Metabase", "An administrator imported a text into the metabase."),
    METABASE_ROLLED_BACK(11, "Metabase", "An administrator rolled the metabase back to version {}."),
    METABASE_BACKED_UP(12, "Metabase", "An administrator copied the metabase to {}."),
    POLICY_APPLIED(13, "Recipients", "An administrator asked to apply the recipient policy {}."),
    RECIPIENTS_UPDATED(14, "Recipients", "An administrator asked the Recipient Update Service {} to update."),
    RECIPIENTS_REBUILT(15, "Recipients", "An administrator asked the Recipient Update Service {} to rebuild."),
    STAMPING_SWITCHED(16, "Recipients", "An administrator switched stamping by the Recipient Update Service {} to {}."),
    REPLICATION_COMPARED(17, "Replication", "An administrator asked to compare the whole configuration with the directory again."),
    MASTER_MOVED(18, "Routing", "An administrator made {} the routing group master of {}."),
    SERVER_JOINED(19, "Routing", "An administrator had this server join the organization."),
    QUEUE_DISABLED(20, "Queues", "An administrator disabled the queue {}."),
    QUEUE_ENABLED(21, "Queues", "An administrator enabled the queue {}."),
    OUTBOUND_DISABLED(22, "Queues", "An administrator disabled all outbound mail."),
    OUTBOUND_ENABLED(23, "Queues", "An administrator enabled outbound mail."),
    QUEUES_RETRIED(24, "Queues", "An administrator asked to try all queues now."),
    MESSAGES_DELETED(25, "Queues", "An administrator began to delete all recipients with {}; DSN to the sender: {}."),
    MESSAGES_RETRIED(26, "Queues", "An administrator began to have all recipients tried with {}."),
    MESSAGE_READ(27, "Queues", "An administrator read the beginning of message {} from <{}>."),
    OBJECT_CHANGED(30, "Settings", "An administrator changed the {} {}."),
    OBJECT_CREATED(31, "Settings", "An administrator created the {} {}."),
    OBJECT_DELETED(32, "Settings", "An administrator deleted the {} {}."),
    EVENT_LEVEL_SET(40, "Events", "An administrator set what is logged of the events of {} to {}."),
    SERVICE_STARTED(50, "Services", "An administrator started the service {}."),
    SERVICE_STOPPED(51, "Services", "An administrator stopped the service {}."),
    SERVICE_PAUSED(52, "Services", "An administrator paused the service {}."),
    DNS_CHANGED(60, "DNS", "An administrator changed the records of this server in the zone {} at {}."),
    TASK_DONE(80, "Tasks", "A task of an administrator is done: {}."),
    TASK_FAILED(81, "Tasks", "A task of an administrator failed or was stopped: {}.");

    private static final String CHANGE = " Who: {}. Before: {}. After: {}.";

    private final int id;
    private final String category;
    private final String text;

    AdminEvent(int id, String category, String text) {
        this.id = id;
        this.category = category;
        this.text = text;
    }

    @Override
    public String source() {
        return "Admin";
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
        return this == TASK_FAILED ? Severity.WARNING : Severity.INFORMATION;
    }

    @Override
    public String text() {
        return text + CHANGE;
    }
}
