package org.waypost.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.metrics.Metric;
import org.waypost.queue.QueueState;
import org.waypost.queue.QueueStatus;

class MetricsTest {
    private static final Path PROMTOOL = Path.of("/usr/bin/promtool");

    private Rig rig;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        rig = new Rig(folder);
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void eachPartOfTheServerIsTold() throws Exception {
        Exposition page = rig.scrape();
        assertEquals(7, page.value("waypost_queue_messages{state=\"retry\"}"));
        assertEquals(0, page.value("waypost_queue_messages{state=\"frozen\"}"));
        assertEquals(90, page.value("waypost_queue_oldest_message_age_seconds"));
        assertEquals(2, page.value("waypost_queue_depth_messages{queue=\"smtp:\\\"odd\\\\\\n.example\"}"), "a hostile name is escaped");
        assertEquals(9, page.value("waypost_spool_messages"));
        assertTrue(page.value("waypost_spool_disk_free_bytes") > 0);
        assertEquals(3, page.value("waypost_virtual_server_connections{server=\"Default\"}"));
        assertEquals(1, page.value("waypost_virtual_server_state{server=\"Default\",state=\"started\"}"));
        assertEquals(1, page.value("waypost_directory_server_up{url=\"ldap://one\"}"));
        assertEquals(40, page.value("waypost_recipient_cache_hits_total"));
        assertEquals(4, page.value("waypost_routing_group_term{group=\"East\"}"));
        assertEquals(1, page.value("waypost_connector_links_down{connector=\"Internet\",group=\"East\"}"));
        assertEquals(1, page.value("waypost_link_state_role{role=\"master\"}"));
        assertEquals(1, page.value("waypost_module_replacements{verdict=\"rolled_back\"}"));
        assertTrue(page.value("jvm_memory_used_bytes{area=\"heap\"}") > 0);
    }

    @Test
    void whatIsCountedElsewhereIsTold() throws Exception {
        rig.counted.count(Metric.DNS_LOOKUPS, "mx", "found");
        rig.counted.count(Metric.DNS_LOOKUPS, "mx", "found");
        rig.counted.count(Metric.DNS_LOOKUPS, "one label too few");
        rig.counted.count(Metric.DNS_LOOKUP_TIME, "no counter");
        rig.counted.observe(Metric.DNS_LOOKUP_TIME, Duration.ofMillis(30).toNanos(), "mx");
        Exposition page = rig.scrape();
        assertEquals(2, page.value("waypost_dns_lookups_total{result=\"found\",type=\"mx\"}"));
        assertEquals(0, page.value("waypost_dns_lookup_seconds_bucket{type=\"mx\",le=\"0.025\"}"));
        assertEquals(1, page.value("waypost_dns_lookup_seconds_bucket{type=\"mx\",le=\"0.1\"}"));
        assertEquals(0.03, page.value("waypost_dns_lookup_seconds_sum{type=\"mx\"}"), 1e-9);
    }

    @Test
    void aPartThatFailsLeavesTheOthers() throws Exception {
        rig.mail.queues = () -> CompletableFuture.failedStage(new IllegalStateException("broken"));
        Exposition page = rig.scrape();
        assertEquals(0, page.value("waypost_scrape_source_up{source=\"queue\"}"));
        assertEquals(1, page.value("waypost_scrape_source_up{source=\"links\"}"));
        assertEquals(9, page.value("waypost_spool_messages"));
    }

    @Test
    void twoObjectsOfOneNameLeaveThePageWhole() throws Exception {
        rig.mail.directories = List.of(Mailserver.directory("ldap://one", "UP"), Mailserver.directory("ldap://one", "DOWN"));
        assertEquals(1, rig.scrape().value("waypost_directory_server_up{url=\"ldap://one\"}"));
    }

    @Test
    void onlyTheLargestOfAThousandQueuesAreNamed() throws Exception {
        List<QueueStatus> thousand = IntStream.rangeClosed(1, 1000)
                .mapToObj(i -> Mailserver.queue("smtp:d" + i + ".example", QueueState.RETRY, i)).toList();
        rig.mail.queues = () -> CompletableFuture.completedStage(thousand);
        Exposition page = rig.scrape();
        assertEquals(1000, page.value("waypost_queues{state=\"retry\"}"));
        assertEquals(500_500, page.value("waypost_queue_messages{state=\"retry\"}"));
        List<String> named = page.series().keySet().stream().filter(name -> name.startsWith("waypost_queue_depth_messages{")).toList();
        assertEquals(50, named.size());
        assertTrue(named.contains("waypost_queue_depth_messages{queue=\"smtp:d951.example\"}"), named::toString);
    }

    @Test
    void openMetricsIsGivenToWhoeverAsks() throws Exception {
        var response = rig.get("/metrics", "Accept", "application/openmetrics-text; version=1.0.0");
        assertTrue(response.headers().firstValue("Content-Type").orElse("").startsWith("application/openmetrics-text"));
        assertTrue(response.body().endsWith("# EOF\n"));
        assertEquals("text/plain; version=0.0.4; charset=utf-8", rig.get("/metrics").headers().firstValue("Content-Type").orElse(""));
    }

    @Test
    void prometheusFindsNothingToSay(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(PROMTOOL), "Debian's package prometheus is not installed");
        for (Metric metric : Metric.values()) {
            String[] labels = metric.labels().toArray(String[]::new);
            rig.counted.count(metric, labels);
            rig.counted.observe(metric, 1, labels);
        }
        Path page = Files.writeString(folder.resolve("page"), rig.get("/metrics").body(), StandardCharsets.UTF_8);
        Process check = new ProcessBuilder(PROMTOOL.toString(), "check", "metrics").redirectErrorStream(true).redirectInput(page.toFile()).start();
        assertEquals("", new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, check.waitFor());
    }
}
