package org.waypost.metric;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.waypost.metric.health.Checkup;
import org.waypost.metric.source.Disk;

/** Both servlets in a real server on a loopback address. */
final class Rig implements AutoCloseable {
    final Mailserver mail = new Mailserver();
    final Counted counted = new Counted();
    final Visitors visitors = new Visitors(mail.services);
    Disk disk;
    private final Server server = new Server(new InetSocketAddress("127.0.0.1", 0));
    private final HttpClient client = HttpClient.newHttpClient();

    Rig(Path folder) throws Exception {
        disk = new Disk(folder, 0);
        ServletContextHandler context = new ServletContextHandler();
        Metrics metrics = Metrics.of(mail.services, () -> disk, counted, InstantSource.fixed(Mailserver.NOW));
        context.addServlet(new ServletHolder(new MetricsServlet(metrics, visitors)), "/metrics");
        context.addServlet(new ServletHolder(new HealthServlet(new Checkup(mail.services, () -> disk), visitors)), "/health");
        server.setHandler(context);
        server.start();
    }

    int port() {
        return server.getURI().getPort();
    }

    /** @param headers names and values in turn */
    HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    Exposition scrape() throws Exception {
        return Exposition.parse(get("/metrics").body());
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
