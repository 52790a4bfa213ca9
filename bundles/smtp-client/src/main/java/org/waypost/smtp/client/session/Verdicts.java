package org.waypost.smtp.client.session;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.waypost.delivery.Outcome;
import org.waypost.mail.Reply;

/** What the peer said about each recipient, and what that makes of it. A verdict is never changed. */
final class Verdicts {
    private final Outcome[] outcomes;
    private final Supplier<Peer> peer;
    private final Outcome.Kind success;
    private int open;
    private boolean mailRefused;

    /**
     * @param peer who takes it; asked for with each outcome
     * @param dsn whether the peer sends the DSNs asked for itself (RFC 3461)
     */
    Verdicts(int recipients, Supplier<Peer> peer, boolean dsn) {
        this.outcomes = new Outcome[recipients];
        this.peer = peer;
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
            fill(outcome(success, new Trouble(Trouble.status(reply), reply.toString(), true)));
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
        return outcome(kind, trouble);
    }

    private Outcome outcome(Outcome.Kind kind, Trouble said) {
        Peer from = peer.get();
        return new Outcome(kind, said.status(), said.reason(), from.name(), said.remoteReply(), from.address(), from.tls());
    }
}
