package org.waypost.smtp.client.session;

import java.util.Arrays;
import java.util.List;
import org.waypost.delivery.Outcome;
import org.waypost.mail.Reply;

/** What the peer said about each recipient, and what that makes of it. A verdict is never changed. */
final class Verdicts {
    private final Outcome[] outcomes;
    private final String remote;
    private final Outcome.Kind success;
    private int open;
    private boolean mailRefused;

    /** @param dsn whether the peer sends the DSNs asked for itself (RFC 3461) */
    Verdicts(int recipients, String remote, boolean dsn) {
        this.outcomes = new Outcome[recipients];
        this.remote = remote;
        this.success = dsn ? Outcome.Kind.PASSED_ON : Outcome.Kind.RELAYED;
    }

    void mail(Reply reply) {
        if (!reply.isPositive()) {
            mailRefused = true;
            rest(Trouble.of(reply));
        }
    }

    void rcpt(int index, Reply reply) {
        if (mailRefused) {
            return;
        }
        if (reply.isPositive()) {
            open++;
        } else {
            outcomes[index] = outcome(Trouble.of(reply));
        }
    }

    /** The reply to DATA, when negative, or to the message itself: about all accepted recipients. */
    void message(Reply reply) {
        if (reply.isPositive()) {
            fill(new Outcome(success, Trouble.status(reply), reply.toString(), remote, true));
        } else {
            rest(Trouble.of(reply));
        }
    }


    /** Those without a verdict share this one. */
    void rest(Trouble trouble) {
        fill(outcome(trouble));
    }

    /** Whether nothing is left to be sent; known once each RCPT is answered. */
    boolean isSettled() {
        return mailRefused || open == 0 && Arrays.stream(outcomes).allMatch(outcome -> outcome != null);
    }

    List<Outcome> outcomes() {
        return List.of(outcomes);
    }

    private void fill(Outcome outcome) {
        for (int i = 0; i < outcomes.length; i++) {
            if (outcomes[i] == null) {
                outcomes[i] = outcome;
            }
        }
    }

    private Outcome outcome(Trouble trouble) {
        Outcome.Kind kind = trouble.status().type() == 5 ? Outcome.Kind.FAILED : Outcome.Kind.DEFERRED;
        return new Outcome(kind, trouble.status(), trouble.reason(), remote, trouble.remoteReply());
    }
}
