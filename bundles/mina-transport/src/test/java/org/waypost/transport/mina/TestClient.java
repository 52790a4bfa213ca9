package org.waypost.transport.mina;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** The peer's side, blocking. */
public final class TestClient implements AutoCloseable {
    private Socket socket;
    private BufferedReader in;

    public TestClient(InetSocketAddress address) throws IOException {
        use(new Socket(address.getAddress(), address.getPort()));
    }

    private void use(Socket newSocket) throws IOException {
        socket = newSocket;
        socket.setSoTimeout(20_000);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
    }

    public TestClient send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
        socket.getOutputStream().flush();
        return this;
    }

    /** Null at the end. */
    public String line() throws IOException {
        return in.readLine();
    }

    public void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** @return the server's certificate */
    public X509Certificate startTls() throws IOException, GeneralSecurityException {
        return (X509Certificate) startTls(trusting(), "localhost", "TLSv1.3", "TLSv1.2").getPeerCertificates()[0];
    }

    /** @param keys what the client may show */
    public static SSLContext trusting(KeyManager... keys) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, new TrustManager[] {new Trusting()}, null);
        return context;
    }

    /** @param serverName to ask for */
    public SSLSession startTls(SSLContext context, String serverName, String... protocols) throws IOException {
        SSLSocket secure = (SSLSocket) context.getSocketFactory().createSocket(socket, serverName, socket.getPort(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName(serverName)));
        secure.setSSLParameters(parameters);
        secure.setEnabledProtocols(protocols);
        secure.startHandshake();
        use(secure);
        return secure.getSession();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static final class Trusting implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
