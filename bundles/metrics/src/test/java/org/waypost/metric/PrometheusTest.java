package org.waypost.metric;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Prometheus server scrapes. */
class PrometheusTest {
    private static final Path PROMETHEUS = Path.of("/usr/bin/prometheus");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void aServerHasWhatItScraped(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(PROMETHEUS), "Debian's package prometheus is not installed");
        int port = freePort();
        try (Rig rig = new Rig(Files.createDirectory(folder.resolve("spool")))) {
            Path config = Files.writeString(folder.resolve("prometheus.yml"), "global: {scrape_interval: 1s}\nscrape_configs:\n"
                    + "- {job_name: waypost, static_configs: [{targets: ['127.0.0.1:" + rig.port() + "']}]}\n");
            Process prometheus = new ProcessBuilder(PROMETHEUS.toString(), "--config.file=" + config, "--storage.tsdb.path=" + folder.resolve("data"),
                    "--web.listen-address=127.0.0.1:" + port).redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
            try {
                assertTrue(within("http://127.0.0.1:" + port + "/api/v1/query?query=waypost_spool_messages", "\"9\""),
                        () -> log(folder.resolve("log")));
            } finally {
                prometheus.destroy();
                prometheus.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        }
    }

    private boolean within(String url, String wanted) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                if (client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString()).body().contains(wanted)) {
                    return true;
                }
            } catch (IOException e) {
                // It does not listen yet.
                Thread.onSpinWait();
            }
        }
        return false;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String log(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
