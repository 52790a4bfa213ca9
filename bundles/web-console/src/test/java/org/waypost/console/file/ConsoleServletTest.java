package org.waypost.console.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleServletTest {
    private final Server server = new Server(0);
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void start() throws Exception {
        ServletContextHandler context = new ServletContextHandler();
        StaticFiles files = new StaticFiles(Map.of("/index.html", octets("<frame>"), "/app.js", octets("app"),
                "/pages/queues.js", octets("queues"), "/lib/x.mjs", octets("x"), "/lib/LICENSE", octets("free")));
        context.addServlet(new ServletHolder(new ConsoleServlet(files)), "/*");
        server.setHandler(context);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getURI().getPort() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/queues", "/queues?state=RETRY", "/index.html"})
    void aPageGivesTheFrame(String path) throws Exception {
        HttpResponse<byte[]> page = get(path);
        assertEquals(200, page.statusCode());
        assertEquals("<frame>", text(page));
        assertEquals("text/html;charset=utf-8", header(page, "Content-Type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/queues/", "/queues/x", "/pages", "/pages/", "/lib", "/app.js/", "/APP.JS", "//app.js",
            "/pages/../app.js", "/pages/%2e%2e/app.js", "/%61pp.js", "/app.js;x=1", "/META-INF/MANIFEST.MF"})
    void anythingElseIsNotFound(String path) throws Exception {
        assertEquals(404, get(path).statusCode(), path);
        assertFalse(text(get(path)).contains("app.js"), "says nothing of the path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../../etc/passwd", "/..%2fapp.js", "/pages/..%2f..%2f..%2fetc/passwd"})
    void aPathOutOfTheRootIsRefusedAsItComes(String path) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.getURI().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(octets("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
            String status = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\r\n")[0];
            assertTrue(status.contains(" 400 ") || status.contains(" 404 "), status);
        }
    }

    @Test
    void filesHaveTheirTypes() throws Exception {
        assertEquals("text/javascript;charset=utf-8", header(get("/app.js"), "Content-Type"));
        assertEquals("text/javascript;charset=utf-8", header(get("/lib/x.mjs"), "Content-Type"));
        assertEquals("text/plain;charset=utf-8", header(get("/lib/LICENSE"), "Content-Type"));
    }

    @Test
    void whatABrowserHasIsNotSentAgain() throws Exception {
        HttpResponse<byte[]> first = get("/app.js");
        assertEquals("no-cache", header(first, "Cache-Control"));
        HttpResponse<byte[]> again = get("/app.js", "If-None-Match", "\"other\", " + header(first, "ETag"));
        assertEquals(304, again.statusCode());
        assertEquals(header(first, "ETag"), header(again, "ETag"));
        assertEquals(200, get("/app.js", "If-None-Match", header(get("/lib/x.mjs"), "ETag")).statusCode(), "another file's tag");
    }

    @Test
    void aBrowserThatUnzipsGetsLess() throws Exception {
        HttpResponse<byte[]> zipped = get("/app.js", "Accept-Encoding", "gzip, deflate");
        assertEquals("gzip", header(zipped, "Content-Encoding"));
        assertEquals("app", new String(unzipped(zipped.body()), StandardCharsets.UTF_8));
        assertNotEquals(header(get("/app.js"), "ETag"), header(zipped, "ETag"));
        assertEquals("", header(get("/app.js", "Accept-Encoding", "gzip;q=0"), "Content-Encoding"));
    }

    private static byte[] unzipped(byte[] octets) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(octets)).readAllBytes();
    }

    @Test
    void nothingCanBeChanged() throws Exception {
        HttpRequest post = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getURI().getPort() + "/app.js"))
                .POST(HttpRequest.BodyPublishers.ofString("x")).build();
        assertEquals(405, client.send(post, HttpResponse.BodyHandlers.discarding()).statusCode());
    }

    @Test
    void thereIsNoConsoleWithoutItsFrame() {
        assertThrows(IllegalArgumentException.class, () -> new StaticFiles(Map.of("/app.js", octets("app"))));
    }
}
