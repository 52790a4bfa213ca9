package org.waypost.itests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.waypost.itests.harness.SharedSite;
import org.waypost.itests.harness.Site;
import org.waypost.itests.harness.TrustAll;

/** What stands before each servlet, also those that are not ours; and what an administrator leaves behind. */
@ExtendWith(SharedSite.class)
class ConsoleFilterIT {
    private static final List<String> PLACES = List.of("/system/console/bundles", "/api/v1/session", "/queues", "/metrics");

    private final Site site;
    private final HttpClient client = HttpClient.newBuilder().sslContext(TrustAll.context()).build();

    ConsoleFilterIT(Site site) {
        this.site = site;
    }

    private HttpResponse<String> ask(String method, String path) throws IOException, InterruptedException {
        String user = "admin:" + site.home().adminPassword();
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + site.home().consolePort() + path))
                .method(method, BodyPublishers.noBody())
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8))).build();
        return client.send(request, BodyHandlers.ofString());
    }

    @Test
    void whatNoServletShouldHaveToLookAtIsRefusedBeforeEachOfThem() throws Exception {
        for (String place : PLACES) {
            assertEquals(405, ask("TRACE", place).statusCode(), place);
            for (String path : List.of(place + ";x=1", place + "/%252e%252e", place + "//x", place + "/%5cx", place + "/%00",
                    place + "?x=%ff", place + "/../x", place + "/%2e%2e/x")) {
                HttpResponse<String> response = ask("GET", path);
                assertTrue(response.statusCode() == 400, path + ": " + response.statusCode());
            }
            assertEquals(414, ask("GET", place + "?x=" + "a".repeat(5000)).statusCode(), place);
        }
    }

    @Test
    void theFelixConsoleHasTheHeadersOfSecurityAndAnEntryThatOpensOurs() throws Exception {
        HttpResponse<String> page = ask("GET", "/system/console/waypost");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("<a href=\"/\">"), page.body());
        assertTrue(ask("GET", "/system/console/bundles").body().contains("/system/console/waypost"), "it stands in the menu");
        for (String header : List.of("Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy")) {
            assertEquals(1, page.headers().allValues(header).size(), header + " " + page.headers().map());
        }
    }

    @Test
    void theServerIsSeenAtOneLookAndWhoChangesItIsTold() {
        assertTrue(site.home().shell("server:overview").contains("messages per second"));
        String certificates = site.home().shell("certificate:list");
        assertTrue(certificates.contains("virtual server relay") && certificates.contains("console"), certificates);
        site.home().shell("server:pause relay; server:start relay");
        String events = site.home().shell("event:list --source Admin --limit 2 --json");
        assertTrue(events.contains("Who: admin. Before: STARTED. After: PAUSED."), events);
    }
}
