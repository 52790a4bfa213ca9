package org.waypost.transport.mina.connection;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.mina.core.session.IoSession;
import org.waypost.connection.CloseReason;

/** How a connection ends, and why: the first reason given stays. Any thread. */
final class Ending {
    private final IoSession session;
    private final AtomicReference<CloseReason> reason = new AtomicReference<>();

    Ending(IoSession session) {
        this.session = session;
    }

    /** Null while there is none. */
    CloseReason reason() {
        return reason.get();
    }

    void because(CloseReason.Kind kind, String detail) {
        reason.compareAndSet(null, new CloseReason(kind, detail));
    }

    /** Whatever is still to be sent is lost. */
    void atOnce(CloseReason why) {
        reason.compareAndSet(null, why);
        session.closeNow();
    }

    void atOnce(CloseReason.Kind kind, String detail) {
        atOnce(new CloseReason(kind, detail));
    }

    /** When everything given to the socket is sent. */
    void afterOutput() {
        session.closeOnFlush();
    }
}
