package org.waypost.itests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.itests.harness.Letter;
import org.waypost.itests.harness.Named;
import org.waypost.itests.harness.Nsd;
import org.waypost.itests.harness.Poll;
import org.waypost.itests.harness.Ports;
import org.waypost.itests.harness.SharedSite;
import org.waypost.itests.harness.Site;
import org.waypost.itests.harness.SmtpSink;

/**
 * Names are looked up from the root servers down, by a forwarder, and by the servers of one virtual server. {@code dns:trace}
 * shows how, and mail goes that way. BIND is root, forwarder and external server; NSD has the zones below the root, since it
 * alone listens at any address of loopback, and the servers of zones must be on one port.
 */
@ExtendWith(SharedSite.class)
class DnsIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String TOP = "127.0.0.82";
    private static final String ZONE = "127.0.0.83";

    @TempDir
    private static Path folder;
    private static int port;
    private static final List<AutoCloseable> SERVERS = new ArrayList<>();
    /** The root server, and a forwarder for whoever asks it to find what it does not have. */
    private static Named root;
    /** Knows other things of the domain than the rest of the world. */
    private static Named outside;

    private final Site site;

    DnsIT(Site site) {
        this.site = site;
    }

    @BeforeAll
    static void startServers() {
        port = Ports.free();
        root = open(Named.in(folder.resolve("root"), port)
                .zone(".", "@ IN NS ns\nns IN A 127.0.0.1\nbind IN NS ns.bind\nns.bind IN A 127.0.0.82\n")
                .forward("relayed.bind", ZONE).start());
        outside = open(Named.in(folder.resolve("outside"), Ports.free())
                .zone("relayed.bind.", "@ IN NS ns\n@ IN MX 10 mx.outside\nns IN A 127.0.0.1\nmx.outside IN A 127.0.0.93\n")
                .updatableZone("changing.bind.", "@ IN NS ns\nns IN A 127.0.0.1\nmail IN A 192.0.2.9\n").start());
        open(Nsd.serving(folder.resolve("top"), new InetSocketAddress(TOP, port),
                Map.of("bind.", "@ IN NS ns\nns IN A 127.0.0.82\nrooted IN NS ns.rooted\nns.rooted IN A 127.0.0.83\n")));
        open(Nsd.serving(folder.resolve("zone"), new InetSocketAddress(ZONE, port),
                Map.of("rooted.bind.", "@ IN NS ns\n@ IN MX 10 mx\nns IN A 127.0.0.83\nmx IN A 127.0.0.91\n",
                        "relayed.bind.", "@ IN NS ns\n@ IN MX 10 mx\nns IN A 127.0.0.83\nmx IN A 127.0.0.92\n")));
    }

    private static <T extends AutoCloseable> T open(T server) {
        SERVERS.add(server);
        return server;
    }

    @AfterAll
    static void stopServers() throws Exception {
        for (AutoCloseable server : SERVERS) {
            server.close();
        }
    }

    /** What a test did not set cannot be taken away, which is no failure. */
    @AfterEach
    void asBefore() {
        for (String property : List.of("/LM/Dns rootHints", "/LM/Dns referralPort", "/LM/Dns updateServer", "/LM/Dns updateKeyFile",
                "/LM/SmtpSvc/relay externalDns")) {
            site.home().ask("metabase:set --unset " + property);
        }
        set("/LM/Dns servers", site.dnsAddress());
    }

    @Test
    void fromTheRootServersDown() throws IOException {
        set("/LM/Dns rootHints", root.address());
        set("/LM/Dns referralPort", Integer.toString(port));
        site.home().shell("metabase:set --unset /LM/Dns servers");
        String trace = awaitTrace("rooted.bind", "mx.rooted.bind at 127.0.0.91");
        assertRow(trace, "rooted.bind", "MX", root.label(), "referral", "NOERROR", "bind. NS ns.bind.");
        assertRow(trace, "rooted.bind", "MX", TOP + " port " + port, "referral", "NOERROR", "NS ns.rooted.bind.");
        assertRow(trace, "rooted.bind", "MX", ZONE + " port " + port, "authoritative", "NOERROR", "5m 0s", "10 mx.rooted.bind.");
        assertRow(site.home().shell("dns:trace rooted.bind"), "rooted.bind", "MX", "-", "cache", "NOERROR", "10 mx.rooted.bind.");
        assertArrives("rooted.bind", 91);
    }

    @Test
    void byAForwarder() throws IOException {
        set("/LM/Dns servers", root.address());
        String trace = awaitTrace("relayed.bind", "mx.relayed.bind at 127.0.0.92");
        assertRow(trace, "relayed.bind", "MX", root.label(), "relayed", "NOERROR", "10 mx.relayed.bind.");
        assertArrives("relayed.bind", 92);
    }

    @Test
    void byTheServersOfAVirtualServer() throws IOException {
        set("/LM/Dns servers", root.address());
        set("/LM/SmtpSvc/relay externalDns", outside.address());
        String trace = awaitTrace("--server relay relayed.bind", "mx.outside.relayed.bind at 127.0.0.93");
        assertRow(trace, "relayed.bind", "MX", outside.label(), "authoritative", "NOERROR", "10 mx.outside.relayed.bind.");
        assertTrue(awaitTrace("relayed.bind", "mx.relayed.bind at 127.0.0.92").contains(root.label()));
        assertArrives("relayed.bind", 93);
    }

    @Test
    void theRecordsOfTheServerAreChangedByASignedUpdateOnly() {
        String register = "dns:register --address 192.0.2.1 --domain changing.bind %s mail.changing.bind";
        set("/LM/Dns updateServer", outside.address());
        set("/LM/Dns updateKeyFile", outside.keyFile("other").toString());
        String planned = Poll.value(SOON, "the records are compared", () -> Optional.of(site.home().ask(register.formatted("")))
                .filter(text -> text.contains("changing.bind at " + outside.label() + ": to be changed")));
        for (String change : List.of("- mail.changing.bind 300 A 192.0.2.9", "+ mail.changing.bind 3600 A 192.0.2.1",
                "+ changing.bind 3600 MX 10 mail.changing.bind.", "--apply does it")) {
            assertTrue(planned.contains(change), planned);
        }
        Poll.until(SOON, "the key is refused", () -> site.home().refusedShell(register.formatted("--apply"))
                .contains(outside.label() + " refuses this: the key other has no right to it there"));
        set("/LM/Dns updateKeyFile", outside.keyFile("update").toString());
        Poll.until(SOON, "the records are changed", () -> site.home().ask(register.formatted("--apply"))
                .contains("changing.bind at " + outside.label() + ": changed"));
        assertTrue(site.home().shell("dns:trace --server " + outside.address() + " changing.bind")
                .contains("goes to mail.changing.bind at 192.0.2.1"));
        assertTrue(site.home().shell(register.formatted("")).contains("nothing to change"));
        assertTrue(site.home().events().contains("changed the records of this server in the zone changing.bind"), "no event tells of it");
    }

    private void set(String property, String value) {
        site.home().shell("metabase:set " + property + " '" + value + "'");
    }

    private String awaitTrace(String words, String chosen) {
        return Poll.value(SOON, "dns:trace " + words + " chooses " + chosen, () -> {
            String trace = site.home().ask("dns:trace " + words);
            return trace.contains(chosen) ? Optional.of(trace) : Optional.empty();
        });
    }

    private void assertArrives(String domain, int host) throws IOException {
        try (SmtpSink sink = SmtpSink.start(folder.resolve("sink-" + host), site.remote(host))) {
            Letter letter = Letter.write();
            letter.send(site.relayPort(), "bob@example.com", "carol@" + domain);
            Poll.until(SOON, "mail arrives at " + site.remote(host), () -> sink.messages().stream().anyMatch(text -> text.contains(letter.token())));
        }
    }

    /** The texts are in one line, in this order. */
    private static void assertRow(String table, String... texts) {
        String pattern = String.join(".*", Stream.of(texts).map(Pattern::quote).toList());
        assertEquals(1, table.lines().filter(line -> Pattern.compile(pattern).matcher(line).find()).count(), String.join(" ", texts) + " in\n" + table);
    }
}
