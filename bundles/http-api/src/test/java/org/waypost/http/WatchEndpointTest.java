package org.waypost.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.event.EventType.Severity;
import org.waypost.http.Rig.Got;
import org.waypost.http.Rig.Who;
import org.waypost.tracking.TrackingKind;

/** Events, modules and message tracking. */
class WatchEndpointTest {
    @TempDir
    Path folder;
    private Rig rig;
    private Who ada;

    @BeforeEach
    void start() throws Exception {
        rig = new Rig(folder);
        ada = rig.session("ada");
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    private JsonNode get(String path) throws Exception {
        Got got = rig.get(ada, path);
        assertEquals(200, got.status(), path + " " + got.json());
        return got.json();
    }

    private Got post(Who who, String path, String body) throws Exception {
        return rig.ask(who, "POST", "/api/v1" + path, body);
    }

    @Test
    void theServerAtOneLookAndItsCertificates() throws Exception {
        JsonNode overview = get("/overview");
        assertEquals("RED", overview.path("health").path("status").asText());
        assertEquals("cn=x", overview.path("health").path("problems").path(0).path("object").asText());
        assertEquals(2.5, overview.path("traffic").path(0).path("out").asDouble());
        assertEquals(12, overview.path("queues").path(0).path("messages").asInt());
        JsonNode certificate = get("/certificates").path(0);
        assertEquals("a.example.com", certificate.path("certificate").path("names").path(0).asText());
        assertEquals(31, certificate.path("certificate").path("daysLeft").asInt());
    }

    @Test
    void eventsAreAskedForByTheirFilters() throws Exception {
        JsonNode event = get("/events?source=Queue&atLeast=WARNING&id=1003&text=frozen&since=2026-01-01T00:00:00Z&limit=7").path(0);
        assertEquals("1970-01-01T00:00:00Z", event.path("time").asText());
        assertEquals("WARNING", event.path("severity").asText());
        assertEquals(Optional.of(Severity.WARNING), rig.watch.query.atLeast());
        assertEquals(Optional.of(1003), rig.watch.query.id());
        assertEquals(Instant.parse("2026-01-01T00:00:00Z"), rig.watch.query.since());
        assertEquals(7, rig.watch.query.limit());
        assertEquals(400, rig.get(ada, "/events?since=yesterday").status());
        assertEquals(400, rig.get(ada, "/events?limit=1001").status());
    }

    @Test
    void levelsAndCatalogueOfEvents() throws Exception {
        assertEquals("3", get("/events/levels").path(0).path("value").asText());
        assertEquals("QUEUE_FROZEN", get("/events/catalogue").path(0).path("name").asText());
        assertEquals(200, rig.ask(ada, "PUT", "/api/v1/events/levels", "{\"place\":\"Queue\",\"value\":\"5\"}").status());
        assertEquals(List.of("level Queue 5"), rig.watch.done);
    }

    @Test
    void whatHappenedToMessages() throws Exception {
        JsonNode found = get("/tracking?sender=%3C%3E&recipient=b@example.net&kind=DSN&kind=FAILED&limit=3").path(0);
        assertEquals(MailAdmins.ID.toString(), found.path("message").asText());
        assertEquals("a@example.com", found.path("sender").asText());
        assertEquals(Set.of(TrackingKind.DSN, TrackingKind.FAILED), rig.watch.question.kinds());
        assertEquals(Optional.of("<>"), rig.watch.question.sender());
        assertEquals("RECEIVED", get("/tracking/messages/" + MailAdmins.ID).path(0).path("kind").asText());
        assertEquals(5, get("/tracking/status").path("recorded").asInt());
        assertEquals(400, rig.get(ada, "/tracking?kind=NOTHING").status());
    }

    @Test
    void aJarIsStagedAndPutIn() throws Exception {
        assertEquals("ab", get("/modules").path(0).path("checksum").asText());
        Got plan = post(ada, "/modules/staged?checksum=cd", "the jar");
        assertEquals(200, plan.status(), plan.json().toString());
        assertEquals("org.waypost.spool", plan.json().path("refreshed").path(0).asText());
        assertEquals(List.of("stage the jar cd"), rig.watch.done);
        assertEquals(202, post(ada, "/modules/replace", "{\"checksum\":\"cd\",\"watchSeconds\":60}").status());
        assertEquals(202, post(ada, "/modules/queue/rollback", "").status());
        assertEquals(List.of("replace cd 60 false ada", "rollback queue ada"), rig.directory.done);
        assertEquals("KEPT", get("/modules/history?module=queue").path(0).path("verdict").asText());
    }

    @Test
    void aJarIsCalledAsWhoSentItCallsItAndLeadsNowhereElse() throws Exception {
        Map.of("?name=my-queue.jar", "my-queue.jar", "?name=..%2F..%2Fx%20y.jar", ".._.._x_y.jar", "?name=..", "upload.jar", "", "upload.jar")
                .forEach((query, name) -> assertEquals(name + " is not the jar of a module.", detail("/modules/staged" + query)));
    }

    private String detail(String path) {
        try {
            return post(ada, path, "").json().path("detail").asText();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aJarThatIsTooLargeIsRefusedAndOneThatIsNotIsTaken() throws Exception {
        String large = "x".repeat(2 << 20);
        assertEquals(200, post(ada, "/modules/staged", large).status(), "larger than other bodies may be");
        assertEquals(413, post(ada, "/modules/replace", large).status());
        assertEquals(413, post(ada, "/modules/staged", "x".repeat((64 << 20) + 1)).status());
    }

    @Test
    void onlyAdministratorsGiveJars() throws Exception {
        Got refused = post(rig.session("otto"), "/modules/staged", "the jar");
        assertEquals(403, refused.status());
        assertTrue(rig.watch.done.isEmpty());
        assertEquals(403, post(new Who(ada.header(), ada.value(), ""), "/modules/staged", "the jar").status(), "without the token");
    }
}
