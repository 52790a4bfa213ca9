package org.waypost.mail;

/** How much of the message a DSN returns (RFC 3461 4.3). */
public enum ReturnContent {
    FULL,
    HDRS
}
