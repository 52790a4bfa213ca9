package org.waypost.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a bare socket, for no client would send these. */
class FilterTest {
    @TempDir
    Path folder;
    private Rig rig;

    @BeforeEach
    void start() throws Exception {
        rig = new Rig(folder);
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    private String raw(String request) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", rig.port())) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String get(String target) throws Exception {
        return raw("GET " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.substring(9, 12));
    }

    @Test
    void pathsThatMeanMoreThanOneThingGoNoFurther() throws Exception {
        for (String path : List.of("/api/v1/../queues", "/api/%2e%2e/x", "/api/%2E/x", "/api//x", "/api/v1/a%2f..%2fb", "/api/%252e%252e/",
                "/api/%c0%ae%c0%ae/", "/api/%5c..%5cx", "/api/x\\y", "/api/%00", "/api/a%0d%0aSet-Cookie:x", "/api/%7f", "/api/%C2%85",
                "/api/%zz", "/api/%2", "/api/v1;x=y/queues", "/api/v1/queues?name=%ff", "/api/v1/queues?name=%")) {
            assertEquals(400, status(get(path)), path);
        }
        assertEquals(401, status(get("/api/v1/queues/100%25?name=50%25+x")), "a percent sign may stand for itself");
        assertEquals(401, status(get("/api/v1/policies/Sales%2FWest")));
    }

    @Test
    void whatIsRefusedIsReportedOnceAMinute() throws Exception {
        for (int i = 0; i < 3; i++) {
            get("/api//x");
        }
        assertEquals(1, rig.events.count(HttpEvent.REQUEST_REFUSED));
        rig.clock.advance(Duration.ofMinutes(1));
        get("/api//x");
        assertEquals(2, rig.events.count(HttpEvent.REQUEST_REFUSED));
    }

    @Test
    void methodsAndLengths() throws Exception {
        for (String method : List.of("TRACE", "OPTIONS", "PATCH", "CONNECT", "PROPFIND", "get")) {
            String answer = raw(method + " /api/v1/queues HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            assertTrue(List.of(405, 400).contains(status(answer)), answer);
        }
        assertTrue(raw("TRACE / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").contains("Allow: DELETE, GET, HEAD, POST, PUT"));
        assertEquals(414, status(get("/api/" + "a".repeat(4092))));
        assertEquals(404, status(get("/api/" + "a".repeat(4091))));
        assertEquals(414, status(get("/api/?" + "a".repeat(4091))));
        assertEquals(400, status(raw("GET /api/x HTTP/1.1\r\nHost: a\r\n" + "X: y\r\n".repeat(70) + "Connection: close\r\n\r\n")));
    }

    @Test
    void longBodiesAreCutOff() throws Exception {
        String head = "POST /api/v1/session HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nConnection: close\r\n";
        assertEquals(413, status(raw(head + "Content-Length: 1048577\r\n\r\n{")));
        String chunk = "4000\r\n" + " ".repeat(0x4000) + "\r\n";
        String atLimit = head + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(64);
        assertEquals(415, status(raw(atLimit + "0\r\n\r\n")), "1 MiB of nothing");
        String answer = raw(atLimit + "1\r\n \r\n0\r\n\r\n");
        assertEquals(413, status(answer));
        assertTrue(answer.contains("nosniff"), "also on refusals");
    }

    @Test
    void headersOfSecurityAreOnEachAnswer() throws Exception {
        for (String path : List.of("/api/v1/queues", "/api//x", "/other")) {
            String answer = get(path);
            assertTrue(answer.contains("Content-Security-Policy: default-src 'self'; frame-ancestors 'none'"), answer);
            assertTrue(answer.contains("X-Content-Type-Options: nosniff") && answer.contains("Referrer-Policy: no-referrer"), answer);
            assertEquals(path.startsWith("/api"), answer.contains("Cache-Control: no-store"), path);
        }
    }

    /** Whatever the path, it is refused or it leads nowhere; nothing behind it fails. */
    @Test
    void randomPathsDoNoHarm() throws Exception {
        Random random = new Random(20260301);
        List<String> parts = List.of("/", ".", "..", "%2e", "%2F", "%5C", "\\", ";", "%00", "%25", "%", "a", "api", "v1", "queues", "%C3%A4",
                "%FF", "?", "&", "=", "+", "%0A", "{queue}", "//", "%E2%80%AE", "~", "'", "<", "\u00e4");
        for (int i = 0; i < 1000; i++) {
            StringBuilder path = new StringBuilder("/api/v1/");
            for (int n = random.nextInt(8); n >= 0; n--) {
                path.append(parts.get(random.nextInt(parts.size())));
            }
            int status = status(get(path.toString()));
            assertTrue(List.of(400, 401, 404, 405).contains(status), status + " " + path);
        }
        assertEquals(0, rig.events.count(HttpEvent.HANDLER_FAILED));
        assertFalse(rig.events.lines().isEmpty());
    }
}
