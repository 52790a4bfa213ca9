package org.waypost.itests.blackbox;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waypost.itests.harness.ReplacementUnderLoad;
import org.waypost.itests.harness.ScriptedSink;
import org.waypost.itests.harness.Site;

/**
 * Each replaceable bundle is replaced while twenty clients send without pause, to a mailbox and
 * through the DNS to another host: no connection lost, no unexpected reply, nothing lost or doubled,
 * no pause above the bar. Those that people see are replaced in {@link DirectoryReplacementIT}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplacementUnderLoadIT {
    private static final List<String> RECIPIENTS = List.of("alice@example.com", "x@fast.test");

    private Site site;
    private ScriptedSink sink;

    @BeforeAll
    void start() {
        site = Site.prepare("underload");
        site.home().asInstalled();
        site.start();
        sink = ScriptedSink.start(site.remote(32));
    }

    @AfterAll
    void stop() throws IOException {
        sink.close();
        site.close();
    }

    @ParameterizedTest
    @CsvSource({"smtp-server, false", "spool, false", "queue, false", "dns, false", "smtp-client, false",
            "delivery-maildir, false", "mail-format, true", "api, true"})
    void noClientNotices(String bundle, boolean refresh) {
        new ReplacementUnderLoad(site.home(), site.relayPort(), RECIPIENTS, "alice", sink.counts()).of(bundle, refresh);
    }
}
