package org.waypost.smtp.client.session;

import org.waypost.mail.Reply;

/** Frees a session from a transaction that failed half way. */
public final class Reset implements Dialogue {
    private final Session session;
    private final Runnable ready;
    private final Runnable useless;

    /** @param useless called when the connection is gone */
    public Reset(Session session, Runnable ready, Runnable useless) {
        this.session = session;
        this.ready = ready;
        this.useless = useless;
    }

    @Override
    public void begin() {
        session.write("RSET");
        session.await(ClientStep.RSET);
    }

    @Override
    public void reply(Reply reply) {
        if (reply.code() == 250) {
            ready.run();
        } else {
            session.quit();
            useless.run();
        }
    }

    @Override
    public void broken(Trouble trouble) {
        useless.run();
    }
}
