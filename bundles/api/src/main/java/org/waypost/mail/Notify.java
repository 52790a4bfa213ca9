package org.waypost.mail;

/** When the sender wants a DSN about a recipient (RFC 3461 4.1). An empty set means the default: FAILURE and DELAY. */
public enum Notify {
    NEVER,
    SUCCESS,
    FAILURE,
    DELAY
}
