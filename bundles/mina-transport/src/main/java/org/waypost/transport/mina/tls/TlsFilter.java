package org.waypost.transport.mina.tls;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.filter.ssl.SslFilter;
import org.waypost.connection.Want.ClientTls;

/** MINA's filter with an engine as mail needs it: TLS 1.2 and 1.3 only, SNI, the name checked if asked for. */
public class TlsFilter extends SslFilter {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final SSLContext context;
    private final Optional<ClientTls> client;
    private final Supplier<Optional<String>> refusal;

    /**
     * The server's part.
     *
     * @param autoStart whether the engine is made when the filter is put in
     */
    TlsFilter(SSLContext context, boolean autoStart) {
        this(context, autoStart, Optional.empty(), Optional::empty);
    }

    /**
     * The client's part.
     *
     * @param refusal tells why the peer's certificate was refused, if it was
     */
    TlsFilter(SSLContext context, ClientTls client, Supplier<Optional<String>> refusal) {
        this(context, true, Optional.of(client), refusal);
    }

    private TlsFilter(SSLContext context, boolean autoStart, Optional<ClientTls> client, Supplier<Optional<String>> refusal) {
        super(context, autoStart);
        this.context = context;
        this.client = client;
        this.refusal = refusal;
    }

    /** Whether a handshake with this filter succeeds only with a verified certificate of the peer. */
    public boolean verifiesPeer() {
        return client.isPresent() && (client.get().verify() || !client.get().peerKeys().isEmpty());
    }

    /**
     * Why the peer's certificate was refused, if it was. MINA keeps to itself what a task of the engine
     * threw until something else happens on the connection, so this is asked from time to time.
     */
    public Optional<String> refusal() {
        return refusal.get();
    }

    @Override
    protected SSLEngine createEngine(IoSession session, InetSocketAddress address) {
        SSLEngine engine = client.isPresent()
                ? context.createSSLEngine(client.get().serverName(), address.getPort()) : context.createSSLEngine();
        engine.setUseClientMode(client.isPresent());
        engine.setEnabledProtocols(PROTOCOLS);
        client.ifPresent(tls -> configure(engine, tls));
        return engine;
    }

    /** The server's part that shows an identity and asks the client for its own, whose key is judged elsewhere. */
    static SSLEngine mutual(Credentials identity) {
        SSLEngine engine = identity.once(new AnyTrust()).createSSLEngine();
        engine.setUseClientMode(false);
        engine.setEnabledProtocols(PROTOCOLS);
        engine.setWantClientAuth(true);
        return engine;
    }

    private static void configure(SSLEngine engine, ClientTls tls) {
        SSLParameters parameters = engine.getSSLParameters();
        if (isHostName(tls.serverName())) {
            parameters.setServerNames(List.of(new SNIHostName(tls.serverName())));
        }
        if (tls.verify() && tls.peerKeys().isEmpty()) {
            // The rules of RFC 6125, which RFC 7817 and RFC 8314 ask of mail, are those of "HTTPS" in JSSE.
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        engine.setSSLParameters(parameters);
    }

    /** SNI carries names only, no address literals (RFC 6066 3). */
    private static boolean isHostName(String name) {
        return name.matches("[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?") && !name.matches("[0-9.]+");
    }
}
