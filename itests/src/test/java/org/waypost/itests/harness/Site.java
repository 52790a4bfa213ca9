package org.waypost.itests.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Collectors;

/**
 * A server under test and the name server it asks. Other mail servers of the zone {@code test.} are
 * started by the tests, on the addresses the zone gives them ({@code test.zone}) and one port.
 *
 * <p>Virtual servers: {@code default} takes mail of strangers for example.com only; {@code relay}
 * takes mail of this machine for everywhere; both offer STARTTLS.
 */
public final class Site implements AutoCloseable {
    /** Seconds between a first, second, and each further attempt. */
    public static final int[] RETRY_SECONDS = {2, 3};

    private static final int SPREAD_DOMAINS = 16;
    private static final int BIG_EXCHANGERS = 120;
    private static final String ZONE = "/test.zone";
    private static final String HOST_NAME = "mail.waypost.test";

    private final WaypostHome home;
    private final Nsd nsd;
    private final CertMaker certificate;
    private final int remotePort = Ports.free();
    private final int relayPort = Ports.free();

    private Site(WaypostHome home, Nsd nsd) {
        this.home = home;
        this.nsd = nsd;
        certificate = new CertMaker(home.folder().resolve("etc/tls/server.crt"), home.folder().resolve("etc/tls/server.key"));
    }

    /** Everything but the start of the server: settings may be changed before. */
    public static Site prepare(String name) {
        WaypostHome home = WaypostHome.create(name);
        Site site = new Site(home, Nsd.start(Checkout.work().resolve("nsd-" + name), zone()));
        site.certificate.issue(HOST_NAME);
        site.virtualServer("default", home.smtpPort(), Map.of());
        site.virtualServer("relay", site.relayPort, Map.of("relayNetworks", "127.0.0.0/8"));
        home.configure("org.waypost.recipients", Map.of("localDomains", "example.com"));
        home.configure("org.waypost.dns", Map.of("servers", site.nsd.address()));
        home.configure("org.waypost.smtp.client",
                Map.of("port", Integer.toString(site.remotePort), "hostName", HOST_NAME, "ownNames", HOST_NAME));
        home.configure("org.waypost.queue",
                Map.of("hostName", HOST_NAME, "retrySchedule", RETRY_SECONDS[0] + "s," + RETRY_SECONDS[1] + "s"));
        return site;
    }

    /** Starts the server, again after a kill too; the peers end if it does not start. */
    public Site start() {
        try {
            home.start();
            Poll.until(Duration.ofSeconds(10), "the relay virtual server listens", () -> WaypostHome.listens(relayPort));
            return this;
        } catch (AssertionError e) {
            close();
            throw e;
        }
    }

    /** Writes a virtual server's settings; it has the site's name and certificate. */
    public void virtualServer(String name, int port, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("hostName", HOST_NAME,
                "tlsCertificate", "etc/tls/server.crt", "tlsKey", "etc/tls/server.key"));
        all.putAll(settings);
        home.virtualServer(name, port, all);
    }

    public WaypostHome home() {
        return home;
    }

    /** What the default virtual servers show after STARTTLS. */
    public CertMaker certificate() {
        return certificate;
    }

    /** Of the name server that it asks, as {@code address:port}. */
    public String dnsAddress() {
        return nsd.address();
    }

    /** Of the virtual server that relays. */
    public int relayPort() {
        return relayPort;
    }

    /** Where a host of the zone listens, by its last octet. */
    public InetSocketAddress remote(int lastOctet) {
        return new InetSocketAddress("127.0.0." + lastOctet, remotePort);
    }

    @Override
    public void close() {
        try {
            home.close();
        } finally {
            nsd.close();
        }
    }

    private static String zone() {
        try (InputStream in = Site.class.getResourceAsStream(ZONE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8) + spreadDomains() + bigDomain();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String spreadDomains() {
        return IntStream.range(0, SPREAD_DOMAINS).mapToObj(i -> "spread%1$d IN MX 10 a.spread\nspread%1$d IN MX 10 b.spread\n".formatted(i))
                .collect(Collectors.joining());
    }

    // Only the first exists; a UDP answer has no room for all of them.
    private static String bigDomain() {
        return "big IN MX 10 mx.big\n" + IntStream.range(0, BIG_EXCHANGERS)
                .mapToObj(i -> "big IN MX 100 a-rather-long-name-of-an-exchanger-that-is-gone-%d.big\n".formatted(i))
                .collect(Collectors.joining());
    }
}
