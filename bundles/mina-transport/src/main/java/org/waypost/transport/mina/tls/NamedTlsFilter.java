package org.waypost.transport.mina.tls;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.session.IoSession;

/**
 * The server's part where the name a client asks for decides between the identity and the ordinary certificate. The
 * JDK lets the name choose a certificate, but whether the client is asked for its own is settled before the name is
 * read; so the engine is made only when the client's first message is here. Used in the session's I/O thread.
 */
final class NamedTlsFilter extends TlsFilter {
    private final ClientHello hello = new ClientHello();
    private final Predicate<String> isIdentity;
    private final Credentials identity;
    private boolean started;

    NamedTlsFilter(SSLContext ordinary, Predicate<String> isIdentity, Credentials identity) {
        super(ordinary, false);
        this.isIdentity = isIdentity;
        this.identity = identity;
    }

    @Override
    public void sessionOpened(NextFilter next, IoSession session) {
        // Not yet the time of the engine, which the superclass would make here.
        next.sessionOpened(session);
    }

    @Override
    public void messageReceived(NextFilter next, IoSession session, Object message) throws Exception {
        if (started) {
            super.messageReceived(next, session, message);
        } else if (hello.add(((IoBuffer) message).buf())) {
            started = true;
            onConnected(next, session);
            super.messageReceived(next, session, IoBuffer.wrap(hello.bytes()));
        }
    }

    @Override
    protected SSLEngine createEngine(IoSession session, InetSocketAddress address) {
        Optional<String> name = hello.name();
        return name.filter(isIdentity).isPresent() ? mutual(identity) : super.createEngine(session, address);
    }
}
