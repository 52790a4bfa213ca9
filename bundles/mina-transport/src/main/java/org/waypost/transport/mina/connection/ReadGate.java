package org.waypost.transport.mina.connection;

import org.apache.mina.core.session.IoSession;

/** Whether the socket is read. It is as long as no reason stands against it. Any thread. */
final class ReadGate {
    /** Enough input waits. */
    static final int FULL = 1;
    /** The channel is being made a TLS channel. */
    static final int UPGRADE = 2;
    /** The peer's side is closed: a socket at its end is readable for ever. */
    static final int ENDED = 4;

    private final IoSession session;
    private int reasons;

    ReadGate(IoSession session) {
        this.session = session;
    }

    synchronized void close(int reason) {
        if (reasons == 0) {
            session.suspendRead();
        }
        reasons |= reason;
    }

    synchronized void open(int reason) {
        if (reasons == reason) {
            reasons = 0;
            session.resumeRead();
        } else {
            reasons &= ~reason;
        }
    }
}
