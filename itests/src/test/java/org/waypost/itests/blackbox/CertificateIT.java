package org.waypost.itests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.waypost.itests.harness.CertMaker;
import org.waypost.itests.harness.Letter;
import org.waypost.itests.harness.LoggedInClient;
import org.waypost.itests.harness.OpenSslClient;
import org.waypost.itests.harness.Poll;
import org.waypost.itests.harness.Ports;
import org.waypost.itests.harness.RawSmtp;
import org.waypost.itests.harness.SharedSite;
import org.waypost.itests.harness.Site;
import org.waypost.itests.harness.WaypostHome;

/** A certificate replaced on disk is the next one shown; connections that stand do not notice. */
@ExtendWith(SharedSite.class)
class CertificateIT {
    private static final Duration RELOAD = Duration.ofSeconds(20);

    private final Site site;

    CertificateIT(Site site) {
        this.site = site;
    }

    @Test
    void theNextHandshakeShowsTheNewCertificate() throws IOException {
        int port = Ports.free();
        int tlsPort = Ports.free();
        CertMaker maker = new CertMaker(site.home().folder().resolve("etc/own/own.crt"), site.home().folder().resolve("etc/own/own.key"));
        maker.issue("old.waypost.test");
        site.virtualServer("own", port, Map.of("bindings", "127.0.0.1:" + port + ", 127.0.0.1:" + tlsPort + "/tls",
                "tlsCertificate", "etc/own/own.crt", "tlsKey", "etc/own/own.key"));
        Poll.until(RELOAD, "the new virtual server answers", 
                () -> WaypostHome.listens(port) && WaypostHome.listens(tlsPort));
        assertEquals("old.waypost.test", OpenSslClient.commonName(tlsPort));

        try (RawSmtp clear = RawSmtp.hello(port); RawSmtp secured = RawSmtp.hello(port)) {
            secured.command("STARTTLS").expect(220);
            secured.startTls();
            assertTrue(secured.peerCertificate().getSubjectX500Principal().getName().contains("old.waypost.test"));

            maker.issue("new.waypost.test");
            Poll.until(RELOAD, "the new certificate is shown", () -> OpenSslClient.commonNameByStartTls(port).equals("new.waypost.test"));
            assertEquals("new.waypost.test", OpenSslClient.commonName(tlsPort));

            secured.command("EHLO client.test").expect(250);
            Letter.write().send(secured, "writer@client.test", "alice@example.com");
            Letter.write().send(clear, "writer@client.test", "alice@example.com");
        }
    }

    @Test
    void theConsoleShowsANewKeyStoreAndLoginsStay() {
        WaypostHome home = site.home();
        Path etc = home.folder().resolve("etc");
        String password = home.read("etc/org.ops4j.pax.web.cfg").lines().filter(line -> line.contains("keystore.password")).findFirst()
                .orElseThrow().replaceFirst(".*= *", "");
        CertMaker maker = new CertMaker(etc.resolve("own/console.crt"), etc.resolve("own/console.key"));
        try (LoggedInClient browser = LoggedInClient.of(home)) {
            maker.issue("console.waypost.test", etc.resolve("console.p12"), password);
            Poll.until(RELOAD, "the new certificate is shown", () -> OpenSslClient.session(home.consolePort()).contains("CN = console.waypost.test"));
            Poll.until(RELOAD, "the console answers", () -> browser.status("") == 200);
            browser.awaitAnswer();
            assertEquals(List.of(), browser.refusals());
            assertTrue(home.events().contains("Admin/90"), home.events());
        }
    }

    @Test
    void bytesSentBeforeTheHandshakeAreDiscarded() throws IOException {
        try (RawSmtp server = RawSmtp.hello(site.home().smtpPort())) {
            server.raw("STARTTLS\r\nMAIL FROM:<injected@client.test>\r\n");
            server.reply().expect(220);
            server.startTls();
            server.command("RCPT TO:<alice@example.com>").expect(503);
            server.command("EHLO client.test").expect(250);
            server.command("MAIL FROM:<writer@client.test>").expect(250);
        }
    }
}
