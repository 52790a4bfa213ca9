package org.waypost.transport.mina.connection;

import java.util.Optional;
import javax.net.ssl.SSLSession;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.filter.ssl.SslFilter;
import org.waypost.connection.TlsInfo;
import org.waypost.transport.mina.tls.Cipher;
import org.waypost.transport.mina.tls.TlsFilter;

/**
 * The way of a channel from the clear into TLS (RFC 3207 4.2): stop reading, send everything queued in
 * the clear, throw away what came in the clear, put the filter in, read on. What is written meanwhile is
 * held back until the handshake is done. Used in the mailbox, except where it says otherwise.
 */
final class TlsUpgrade {
    private enum State { CLEAR, DRAINING, SHAKING, SECURED }

    private static final String FILTER = "tls";

    private final IoSession session;
    private final ReadGate gate;
    private final Outbox outbox;
    private volatile State state = State.CLEAR;
    private volatile TlsFilter filter;
    /** Set by the thread that ends the handshake. */
    private volatile SSLSession agreed;
    private TlsInfo info;

    TlsUpgrade(IoSession session, ReadGate gate, Outbox outbox) {
        this.session = session;
        this.gate = gate;
        this.outbox = outbox;
    }

    /** Handshake before anything else; called before the session is opened. */
    void startAtOnce(TlsFilter newFilter) {
        outbox.hold();
        putIn(newFilter);
    }

    /** After what is queued is sent. */
    void startAfterOutput(TlsFilter newFilter) {
        if (state != State.CLEAR) {
            throw new IllegalStateException("TLS stands already");
        }
        state = State.DRAINING;
        filter = newFilter;
        gate.close(ReadGate.UPGRADE);
        outbox.hold();
    }

    /** Whether the last byte in the clear is sent and what came in must be discarded now, before {@link #enter}. */
    boolean isDrained() {
        return state == State.DRAINING && outbox.isSentButHeld();
    }

    void enter() {
        putIn(filter);
        gate.open(ReadGate.UPGRADE);
    }

    /** The handshake is done. Any thread. */
    void secured() {
        agreed = (SSLSession) session.getAttribute(SslFilter.SSL_SECURED);
    }

    /** Present once, after the handshake. */
    Optional<TlsInfo> justSecured() {
        SSLSession result = agreed;
        if (state != State.SHAKING || result == null) {
            return Optional.empty();
        }
        state = State.SECURED;
        info = Cipher.describe(result, filter.verifiesPeer());
        outbox.release();
        return Optional.of(info);
    }

    /** Any thread. */
    boolean isUnderWay() {
        return state == State.DRAINING || state == State.SHAKING;
    }

    /** Why our side refused the handshake under way, if it did. Any thread. */
    Optional<String> refusal() {
        return state == State.SHAKING ? filter.refusal() : Optional.empty();
    }

    /** Empty in the clear. */
    Optional<TlsInfo> info() {
        return Optional.ofNullable(info);
    }

    /** Tells the peer that nothing more comes, so that it can tell an end from a cut. */
    void sayGoodbye() {
        if (state == State.SECURED && session.isConnected() && session.getFilterChain().contains(FILTER)) {
            session.getFilterChain().remove(FILTER);
        }
    }

    private void putIn(TlsFilter newFilter) {
        filter = newFilter;
        state = State.SHAKING;
        session.getFilterChain().addFirst(FILTER, newFilter);
    }
}
