package org.waypost.queue;

/** What a queue does, as administrators of Exchange know it. */
public enum QueueState {
    /** Deliveries are under way. */
    ACTIVE,
    /** May deliver; nothing is under way. */
    READY,
    /** An attempt failed; waits for the next retry. */
    RETRY,
    /** Waits for its time. */
    SCHEDULED,
    /** Waits for the other side to ask for its mail (ETRN), or for an administrator to have it tried. */
    REMOTE,
    /** Held by an administrator: nothing leaves, messages may still come. */
    FROZEN,
    /** Closed by an administrator: no deliveries and no retries, not even when asked for; messages may still come. */
    DISABLED
}
