package org.waypost.transport.mina;

import java.time.Duration;

/**
 * How the transport runs.
 *
 * @param protocolGrace how long a listener keeps its sockets and connections without a protocol, positive
 * @param shutdownGrace how long conversations may take to finish when the transport stops, zero or more
 * @param handshakeTimeout for the handshake that comes before any conversation, positive
 * @param maxParked idle outgoing connections at most, 0 or more
 */
public record TransportSettings(Duration protocolGrace, Duration shutdownGrace, Duration handshakeTimeout, int maxParked) {}
