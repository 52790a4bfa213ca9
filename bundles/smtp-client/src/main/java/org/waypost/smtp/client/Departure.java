package org.waypost.smtp.client;

import org.waypost.smtp.client.session.ParkedState;
import org.waypost.smtp.client.session.Reset;
import org.waypost.smtp.client.session.Session;

/**
 * What becomes of a connection after a message: idle in the transport's pool, or closed.
 *
 * @param poolKey under which the next delivery to the hop looks for it
 */
record Departure(String poolKey, ClientSettings settings) {
    /** From a session that is ready for the next message. */
    void leave(Session session, ParkedState state) {
        if (state.messages() >= settings.messagesPerConnection() || settings.keepIdle().isZero()) {
            session.quit();
        } else {
            session.park(poolKey, state.freeze(), settings.keepIdle());
        }
    }

    /** From a session in the middle of a transaction; {@code left} is run in either case. */
    void resetAndLeave(Session session, ParkedState state, Runnable left) {
        session.begin(new Reset(session, () -> {
            leave(session, state);
            left.run();
        }, left));
    }
}
