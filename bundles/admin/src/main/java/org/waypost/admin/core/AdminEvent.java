package org.waypost.admin.core;

import org.waypost.event.EventType;

/** What administrators did. */
public enum AdminEvent implements EventType {
    QUEUE_RETRIED(1, "Queues", "An administrator asked to try the queue {} now."),
    QUEUE_FROZEN(2, "Queues", "An administrator froze the queue {}."),
    QUEUE_UNFROZEN(3, "Queues", "An administrator unfroze the queue {}."),
    MESSAGE_DELETED(4, "Queues", "An administrator deleted {} recipients of message {}; DSN to the sender: {}."),
    SERVER_STARTED(5, "Servers", "An administrator started the virtual server {}."),
    SERVER_STOPPED(6, "Servers", "An administrator stopped the virtual server {}."),
    SERVER_PAUSED(7, "Servers", "An administrator paused the virtual server {}.");

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
        return Severity.INFORMATION;
    }

    @Override
    public String text() {
        return text;
    }
}
