package org.waypost.tracking;

/** What happened to a message, with the number that Exchange 2000's message tracking has for it. */
public enum TrackingKind {
    /** It was accepted from a client and is on the disk ("submit message to advanced queuing"). */
    RECEIVED(1019),
    /** It was handed to the categorizer. */
    CATEGORIZING(1024),
    /** Its recipients are known ("categorized and queued for routing"). */
    CATEGORIZED(1033),
    /** The categorizer could not finish and tries again. */
    CATEGORIZE_DEFERRED(1032),
    /** A copy with recipients and maybe a sender of its own was made of it: the related id is the copy's. */
    EXPANDED(0),
    /** It was routed and waits for another host. */
    QUEUED_REMOTE(1034),
    /** It was routed and waits for a mailbox here. */
    QUEUED_LOCAL(1036),
    /** There was no route for now. */
    ROUTE_DEFERRED(1035),
    /** Its transfer to another host began. */
    TRANSFER_STARTED(1020),
    /** The next host took it. */
    TRANSFERRED(1031),
    /** It is in the mailbox ("store driver local delivery"). */
    DELIVERED(1028),
    /** The next host could not take it now; it is tried again. */
    DEFERRED(0),
    /** The mailbox could not take it now; it is tried again. */
    LOCAL_DEFERRED(1037),
    /** It will not reach these recipients. */
    FAILED(0),
    /** A delivery status notification was made of it: the related id is the notification's. */
    DSN(1030),
    /** It could neither be delivered nor be reported, and was put away. */
    BAD_MAIL(1021),
    /** An administrator deleted it. */
    DELETED(0);

    private final int number;

    TrackingKind(int number) {
        this.number = number;
    }

    /** Exchange's event number; 0 where it has none. */
    public int number() {
        return number;
    }
}
