package org.waypost.itests.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import javax.naming.directory.InitialDirContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The peers start, do what the tests rely on, and are gone afterwards. */
class PeersTest {
    private static final String SINK = "127.0.0.21";

    @TempDir
    private Path folder;

    @Test
    void nameServerAnswersFromItsZone() throws Exception {
        String address;
        try (Nsd nsd = Nsd.start(folder, "one IN MX 10 mx.one.test.\n")) {
            address = nsd.address();
            InitialDirContext context = new InitialDirContext();
            var records = context.getAttributes("dns://" + address + "/one.test", new String[] {"MX"});
            assertEquals("10 mx.one.test.", records.get("MX").get());
        }
        int port = Integer.parseInt(address.substring(address.indexOf(':') + 1));
        assertFalse(WaypostHome.listens(port));
    }

    @Test
    void smtpSinkDumpsWhatSwaksSends() {
        InetSocketAddress address = new InetSocketAddress(SINK, Ports.free());
        try (SmtpSink sink = SmtpSink.start(folder, address)) {
            Command.run(Duration.ofSeconds(20), "swaks", "--server", SINK, "--port", Integer.toString(address.getPort()),
                    "--from", "a@one.test", "--to", "b@two.test", "--body", "hello").succeeded();
            Poll.until(Duration.ofSeconds(5), "a dump", () -> sink.messages().stream().anyMatch(
                    message -> message.contains("X-Rcpt-Args: <b@two.test>") && message.contains("hello")));
        }
        assertFalse(Daemon.accepts(address));
    }

    @Test
    void smtpSinkRefusesWhenTold() throws Exception {
        InetSocketAddress address = new InetSocketAddress("127.0.0.1", Ports.free());
        try (SmtpSink sink = SmtpSink.start(folder, address, "-f", "RCPT"); RawSmtp client = RawSmtp.hello(address.getPort())) {
            client.command("MAIL FROM:<a@one.test>").expect(250);
            assertEquals(5, client.command("RCPT TO:<b@two.test>").code() / 100);
            assertTrue(sink.messages().isEmpty());
        }
    }

    @Test
    void scriptedSinkCountsWhatLoadClientsSend() throws Exception {
        InetSocketAddress address = new InetSocketAddress("127.0.0.1", Ports.free());
        LoadPlan plan = new LoadPlan("self", address.getPort(), 5, List.of("a@one.test", "b@two.test"), 500, false);
        try (ScriptedSink sink = ScriptedSink.start(address); LoadClients clients = LoadClients.start(plan)) {
            clients.awaitAccepted(200);
            LoadReport report = clients.finish();
            assertEquals(List.of(), report.failures());
            assertTrue(report.accepted().size() >= 200);
            assertEquals(List.of(), sink.counts().missing(report.accepted()));
            assertEquals(List.of(), sink.counts().doubled());
            assertEquals(report.accepted().size(), sink.counts().size());
        }
    }

    @Test
    void loadClientsReportARefusalAndALostConnection() throws Exception {
        InetSocketAddress address = new InetSocketAddress("127.0.0.1", Ports.free());
        LoadPlan plan = new LoadPlan("refused", address.getPort(), 2, List.of("a@one.test"), 500, false);
        try (ScriptedSink sink = ScriptedSink.start(address, (verb, argument, attempt) ->
                verb.equals(".") && attempt > 5 ? Optional.of("451 4.3.0 No") : Optional.empty());
                LoadClients clients = LoadClients.start(plan)) {
            LoadReport report = clients.report();
            assertEquals(2, report.failures().size());
            assertEquals(List.of(), sink.counts().missing(report.accepted()));
        }
    }

    @Test
    void certificateMakerReplacesThePair() {
        CertMaker maker = new CertMaker(folder.resolve("server.crt"), folder.resolve("server.key"));
        for (String name : new String[] {"first.test", "second.test"}) {
            maker.issue(name);
            String subject = Command.run(Duration.ofSeconds(10), "openssl", "x509", "-noout", "-subject", "-in",
                    maker.certificate().toString()).succeeded().output();
            assertEquals("subject=CN = " + name, subject.trim());
        }
    }

    @Test
    void bundleVariantIsRenamedRewordedAndRuns() throws Exception {
        Path variant = BundleVariant.of(Checkout.bundle("mail-format")).renaming("org.waypost.format.text", "org.waypost.format.text2")
                .write("2");
        try (URLClassLoader loader = new URLClassLoader(new URL[] {variant.toUri().toURL(),
                Checkout.bundle("api").toUri().toURL()}, ClassLoader.getPlatformClassLoader());
                JarFile jar = new JarFile(variant.toFile())) {
            Object parsed = loader.loadClass("org.waypost.format.smtp.CommandLine").getMethod("parse", byte[].class)
                    .invoke(null, (Object) "noop x".getBytes());
            assertTrue(parsed.toString().contains("NOOP"), parsed.toString());
            assertTrue(jar.stream().anyMatch(entry -> entry.getName().startsWith("org/waypost/format/text2/")));
            assertTrue(jar.getManifest().getMainAttributes().getValue("Bundle-Version").endsWith("-2"));
            assertEquals("org.waypost.mail-format", jar.getManifest().getMainAttributes().getValue("Bundle-SymbolicName"));
        }
    }
}
