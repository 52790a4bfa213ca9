package org.waypost.transport.mina.tls;

import java.net.InetSocketAddress;
import javax.net.ssl.SSLEngine;
import org.apache.mina.core.session.IoSession;

/** The server's part with an identity, whatever name the client asks for. */
final class MutualTlsFilter extends TlsFilter {
    private final Credentials identity;

    MutualTlsFilter(Credentials identity) {
        super(identity.shared(), true);
        this.identity = identity;
    }

    @Override
    protected SSLEngine createEngine(IoSession session, InetSocketAddress address) {
        return mutual(identity);
    }
}
