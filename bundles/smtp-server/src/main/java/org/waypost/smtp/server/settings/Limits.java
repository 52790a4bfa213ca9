package org.waypost.smtp.server.settings;

import java.time.Duration;

/**
 * Bounds of one session.
 *
 * @param messageSize octets, 1 or more
 * @param recipients per message, 1 or more
 * @param errors after which the session ends, 1 or more
 * @param messages per connection; 0 for no bound
 * @param hops Received fields in one message, 1 or more
 * @param commandTimeout silence between commands
 * @param dataTimeout silence within a message
 * @param streamAbove octets of a message held in memory; what is larger is streamed to the spool
 */
public record Limits(long messageSize, int recipients, int errors, int messages, int hops, Duration commandTimeout,
        Duration dataTimeout, int streamAbove) {}
