package org.waypost.itests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waypost.itests.harness.BundleVariant;
import org.waypost.itests.harness.Checkout;
import org.waypost.itests.harness.LoadClients;
import org.waypost.itests.harness.LoadPlan;
import org.waypost.itests.harness.LoadReport;
import org.waypost.itests.harness.Poll;
import org.waypost.itests.harness.ScriptedSink;
import org.waypost.itests.harness.Site;

/**
 * Each replaceable bundle is replaced while twenty clients send without pause, to a mailbox and
 * through the DNS to another host: no connection lost, no unexpected reply, nothing lost or doubled,
 * no pause above the bar.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplacementUnderLoadIT {
    private static final int SESSIONS = 20;
    private static final int MESSAGES = 1000;
    private static final Duration DRAIN = Duration.ofSeconds(60);
    private static final List<String> RECIPIENTS = List.of("alice@example.com", "x@fast.test");

    private Site site;
    private ScriptedSink sink;

    @BeforeAll
    void start() {
        site = Site.prepare("underload").start();
        sink = ScriptedSink.start(site.remote(32));
    }

    @AfterAll
    void stop() throws IOException {
        sink.close();
        site.close();
    }

    @ParameterizedTest
    @CsvSource({"smtp-server, false", "spool, false", "queue, false", "dns, false", "smtp-client, false",
            "delivery-maildir, false", "eventlog, false", "admin, false", "admin-shell, false", "mail-format, true", "api, true"})
    void noClientNotices(String bundle, boolean refresh) {
        Path variant = BundleVariant.of(Checkout.bundle(bundle)).renamingInternals("v2").write("load");
        LoadReport report;
        LoadPlan plan = new LoadPlan(bundle, site.relayPort(), SESSIONS, RECIPIENTS, 1000, false);
        try (LoadClients clients = LoadClients.start(plan)) {
            clients.awaitAccepted(MESSAGES);
            update(bundle, variant, refresh);
            clients.awaitAccepted(MESSAGES);
            report = clients.finish();
        }
        System.out.printf("ReplacementUnderLoadIT: %s: %d messages, longest pause %d ms%n", bundle, report.accepted().size(),
                report.longestPause().toMillis());
        assertEquals(List.of(), report.failures());
        awaitArrival(report);
        assertEquals(List.of(), sink.counts().doubled());
    }

    private void update(String bundle, Path variant, boolean refresh) {
        String output = site.home().shell("bundle:update " + (refresh ? "-r " : "") + "org.waypost." + bundle + " " + variant.toUri());
        assertTrue(!output.contains("Error") && !output.contains("Exception"), output);
        Poll.until(Duration.ofSeconds(10), "the new version of " + bundle + " is active", () -> site.home().shell("bundle:list -t 0 -s")
                .lines().anyMatch(line -> line.matches(".*Active.*-load .* org\\.waypost\\." + bundle + "\\s*")));
    }

    private void awaitArrival(LoadReport report) {
        Poll.within(DRAIN, () -> {
            site.home().maildir("alice").harvest(sink.counts());
            return sink.counts().missing(report.accepted()).isEmpty();
        });
        assertEquals(List.of(), sink.counts().missing(report.accepted()), "lost");
    }
}
