package org.waypost.smtp.client.session;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.waypost.connection.Want;
import org.waypost.mail.Reply;

/** From the connection to a session that is ready: greeting, EHLO or HELO, STARTTLS, AUTH. */
public final class Hello implements Dialogue {
    private final Session session;
    private final Terms terms;
    private final Listener listener;
    private boolean helo;
    private Capabilities offered = Capabilities.NONE;
    private Iterator<String> saslLines = List.<String>of().iterator();

    public Hello(Session session, Terms terms, Listener listener) {
        this.session = session;
        this.terms = terms;
        this.listener = listener;
    }

    @Override
    public void begin() {
        if (terms.implicitTls()) {
            session.secure(terms.handshake());
        } else {
            session.await(ClientStep.GREETING);
        }
    }

    @Override
    public void secured() {
        if (terms.implicitTls()) {
            session.await(ClientStep.GREETING);
        } else {
            hello("EHLO ");
        }
    }

    @Override
    public void reply(Reply reply) {
        switch (session.step()) {
            case GREETING -> greeting(reply);
            case EHLO -> helloReply(reply);
            case STARTTLS -> startTlsReply(reply);
            case AUTH -> authReply(reply);
            default -> throw new IllegalStateException(session.step().name());
        }
    }

    @Override
    public void broken(Trouble trouble) {
        boolean handshakeFailed = session.step() == ClientStep.STARTTLS && terms.tls() == TlsPolicy.OPPORTUNISTIC
                && !terms.implicitTls();
        listener.unusable(trouble, handshakeFailed);
    }

    private void greeting(Reply reply) {
        if (reply.code() == 220) {
            hello("EHLO ");
        } else {
            unusable(Trouble.of(reply));
        }
    }

    private void hello(String verb) {
        helo = verb.startsWith("H");
        session.write(verb + terms.hostName());
        session.await(ClientStep.EHLO);
    }

    private void helloReply(Reply reply) {
        if (reply.code() == 250) {
            offered = helo ? Capabilities.NONE : Capabilities.of(reply);
            secureOrGoOn();
        } else if (reply.isPermanent() && !helo) {
            // RFC 5321 3.2: a server that does not know EHLO is greeted with HELO.
            hello("HELO ");
        } else {
            unusable(Trouble.of(reply));
        }
    }

    private void secureOrGoOn() {
        if (terms.tls() == TlsPolicy.OFF || session.isSecure()) {
            authenticate();
        } else if (offered.has("STARTTLS")) {
            session.write("STARTTLS");
            session.await(ClientStep.STARTTLS);
        } else if (terms.tls() == TlsPolicy.REQUIRED) {
            unusable(Trouble.of("4.7.4", session.remote() + " does not offer TLS, which is required"));
        } else {
            authenticate();
        }
    }

    private void startTlsReply(Reply reply) {
        if (reply.code() == 220) {
            session.secure(terms.handshake());
        } else if (terms.tls() == TlsPolicy.REQUIRED || reply.code() == 421) {
            unusable(Trouble.of(reply));
        } else {
            authenticate();
        }
    }

    private void authenticate() {
        if (terms.credentials().isEmpty()) {
            listener.ready(offered);
        } else if (!session.isSecure() && !terms.clearTextAuth()) {
            unusable(Trouble.of("4.7.0", "no authentication with " + session.remote() + " without TLS"));
        } else {
            saslLines = Sasl.lines(offered.mechanisms(), terms.credentials().get()).iterator();
            if (saslLines.hasNext()) {
                say(saslLines.next());
            } else {
                unusable(Trouble.of("4.7.0", session.remote() + " offers neither AUTH PLAIN nor AUTH LOGIN"));
            }
        }
    }

    private void authReply(Reply reply) {
        if (reply.code() == 235) {
            listener.ready(offered);
        } else if (reply.code() == 334 && saslLines.hasNext()) {
            say(saslLines.next());
        } else {
            listener.authenticationRefused(reply);
            unusable(Trouble.of(reply));
        }
    }

    private void say(String saslLine) {
        session.write(saslLine);
        session.await(ClientStep.AUTH);
    }

    private void unusable(Trouble trouble) {
        session.quit();
        listener.unusable(trouble, false);
    }

    /**
     * What is said and demanded.
     *
     * @param hostName for EHLO
     * @param implicitTls whether the handshake comes first (RFC 8314)
     * @param handshake what is shown and demanded in it
     * @param clearTextAuth whether credentials may be sent without TLS
     */
    public record Terms(String hostName, TlsPolicy tls, boolean implicitTls, Want.ClientTls handshake, boolean clearTextAuth,
            Optional<Credentials> credentials) {}

    /** Hears of the end, once. */
    public interface Listener {
        void ready(Capabilities offered);

        /** @param retryInTheClear whether only the handshake failed and was not required */
        void unusable(Trouble trouble, boolean retryInTheClear);

        /** For the operator; {@link #unusable} follows. */
        void authenticationRefused(Reply reply);
    }
}
