package org.waypost.delivery.maildir.recipients;

/**
 * A line that is skipped.
 *
 * @param line from 1
 * @param reason a sentence for the operator
 */
record Problem(int line, String reason) {}
