package org.waypost.itests.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A virtual server for submission, as an administrator adds it to the directory.
 *
 * @param port where STARTTLS is said
 * @param tlsPort where TLS begins with the first byte
 */
public record SubmissionServer(int port, int tlsPort) {
    private static final String DN = "cn=submission," + OrganizationSite.VIRTUAL_SERVERS;
    private static final String CERTIFICATE = "etc/tls/submission.crt";
    private static final String KEY = "etc/tls/submission.key";

    /** Adds it to an organization; failures are answered without delay, so that many cost little. It may not listen yet. */
    public static SubmissionServer add(OrganizationSite site, String hostName) {
        new CertMaker(site.home().folder().resolve(CERTIFICATE), site.home().folder().resolve(KEY)).issue(hostName);
        SubmissionServer server = new SubmissionServer(Ports.free(), Ports.free());
        site.directory().add("""
                dn: %s
                objectClass: protocolCfgSMTPServer
                cn: submission
                msExchServerBindings: 127.0.0.1:%d:
                msExchSecureBindings: 127.0.0.1:%d:
                msExchSmtpFullyQualifiedDomainName: %s
                waypostSetting: submission=true
                waypostSetting: tlsCertificate=%s
                waypostSetting: tlsKey=%s
                waypostSetting: authenticationFailureDelay=0
                """.formatted(DN, server.port, server.tlsPort, hostName, CERTIFICATE, KEY));
        return server;
    }

    public void removeFrom(OrganizationSite site) {
        site.directory().delete(DN);
    }

    public boolean listens() {
        return WaypostHome.listens(port) && WaypostHome.listens(tlsPort);
    }

    /** A client that said EHLO over TLS. */
    public RawSmtp connect() throws IOException {
        RawSmtp client = RawSmtp.hello(port);
        client.command("STARTTLS").expect(220);
        client.startTls().command("EHLO client.test").expect(250);
        return client;
    }

    /** What is answered to AUTH PLAIN. */
    public static SmtpReply logIn(RawSmtp client, String user, String password) throws IOException {
        byte[] response = ("\0" + user + "\0" + password).getBytes(StandardCharsets.UTF_8);
        return client.command("AUTH PLAIN " + Base64.getEncoder().encodeToString(response));
    }

    /** The same, on a connection of its own. */
    public SmtpReply logIn(String user, String password) throws IOException {
        try (RawSmtp client = connect()) {
            return logIn(client, user, password);
        }
    }
}
