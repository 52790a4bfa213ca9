package org.waypost.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.admin.Answer;
import org.waypost.http.Rig.Got;
import org.waypost.http.Rig.Who;
import org.waypost.queue.QueueState;
import org.waypost.http.account.UserPrincipal;

class EndpointTest {
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
        assertEquals("application/json", got.header("Content-Type"));
        return got.json();
    }

    private void change(String method, String path, String body) throws Exception {
        Got got = rig.ask(ada, method, "/api/v1" + path, body);
        assertEquals(200, got.status(), path + " " + got.json());
        assertFalse(got.json().path("message").asText().isEmpty());
    }

    private Got refused(int status, String method, String path, String body) throws Exception {
        Got got = rig.ask(ada, method, path.startsWith("/api") ? path : "/api/v1" + path, body);
        assertEquals(status, got.status(), path + " " + got.json());
        assertEquals("application/problem+json", got.header("Content-Type"));
        assertFalse(got.json().path("title").asText().isEmpty());
        return got;
    }

    @Test
    void queuesAndMessages() throws Exception {
        assertEquals(2, get("/queues").size());
        assertEquals("deferred", get("/queues?state=READY").path(0).path("name").asText());
        assertEquals(1, get("/queues?name=EXAMPLE").size());
        assertEquals("2026-02-01T00:00:00Z", get("/queues/smtp:example.net").path("oldest").asText());
        assertTrue(get("/queues/smtp%3Aexample.net").path("nextRetry").isNull());
        JsonNode message = get("/messages?queue=smtp:example.net&limit=1").path("messages").path(0);
        assertEquals(MailAdmins.ID.toString(), message.path("id").asText());
        assertEquals("a@example.com", message.path("sender").asText());
        assertEquals("b@example.net", get("/messages/" + MailAdmins.ID).path("recipients").path(0).path("address").asText());
        for (String verb : List.of("retry", "freeze", "unfreeze", "disable", "enable")) {
            change("POST", "/queues/smtp:example.net/" + verb, "");
        }
        change("DELETE", "/messages/" + MailAdmins.ID + "?notifySender=false", "");
        assertEquals(List.of("retry smtp:example.net", "freeze smtp:example.net", "unfreeze smtp:example.net",
                "disable smtp:example.net", "enable smtp:example.net", "delete " + MailAdmins.ID + " false"), rig.mail.done);
    }

    @Test
    void outboundMailAndAllQueues() throws Exception {
        assertEquals("ada", get("/outbound").path("hold").path("by").asText());
        change("POST", "/outbound/disable", "");
        change("POST", "/outbound/enable", "");
        change("POST", "/queues/retry", "");
        assertEquals(List.of("disable outbound", "enable outbound", "retry all"), rig.mail.done);
    }

    @Test
    void messagesAreFoundPageByPageAndDealtWithTogether() throws Exception {
        JsonNode page = get("/messages?sender=A@&recipient=b&state=RETRY&olderThan=60");
        assertEquals(MailAdmins.ID.toString(), page.path("next").asText());
        assertEquals("RETRY", page.path("messages").path(0).path("recipients").path(0).path("state").asText());
        assertEquals(Optional.of("A@"), rig.mail.asked.sender());
        assertEquals(Optional.of(QueueState.RETRY), rig.mail.asked.state());
        assertTrue(rig.mail.asked.before().isPresent() && rig.mail.asked.queue().isEmpty());
        assertTrue(get("/messages?after=" + MailAdmins.ID).path("next").isNull());
        refused(409, "POST", "/messages/delete?recipient=b&notifySender=false", "");
        refused(409, "POST", "/messages/retry?queue=smtp:example.net", "");
        assertEquals(2, rig.mail.done.size());
        assertTrue(rig.mail.done.get(0).endsWith("false") && rig.mail.done.get(1).contains("smtp:example.net"));
    }

    @Test
    void onlyAnAdministratorReadsMessagesAndNothingInThemIsMarkup() throws Exception {
        JsonNode preview = get("/messages/" + MailAdmins.ID + "/content");
        assertEquals("Subject", preview.path("fields").path(0).path("name").asText());
        assertTrue(preview.path("text").asText().startsWith("</script>") && preview.path("cut").asBoolean());
        assertEquals(403, rig.get(rig.session("otto"), "/messages/" + MailAdmins.ID + "/content").status());
    }

    @Test
    void virtualServers() throws Exception {
        assertEquals("[::]:25", get("/servers").path(0).path("listening").path(0).asText());
        for (String verb : List.of("start", "stop", "pause")) {
            change("POST", "/servers/default/" + verb, "");
        }
        assertEquals(List.of("start default", "stop default", "pause default"), rig.mail.done);
    }

    @Test
    void policiesAndRecipients() throws Exception {
        assertEquals("Sales", get("/policies").path(0).path("name").asText());
        assertEquals("Sales", get("/policies/Sales%2FWest").path("name").asText());
        assertEquals("cn=a@example.com", get("/recipients/preview?recipient=a@example.com").path("dn").asText());
        assertEquals("From Optional.empty, 7 octets.", get("/recipients/resolve?recipient=a@b.c&size=7").path(0).path("text").asText());
        assertEquals("PT3S", get("/rus").path(0).path("lag").asText());
        change("PUT", "/rus/dom/stamping", "{\"on\":false}");
        assertEquals(List.of("stamping dom false"), rig.directory.done);
    }

    @Test
    void longTasksAreAskedForLater() throws Exception {
        for (String path : List.of("/policies/Sales/apply", "/rus/dom/update", "/rus/dom/rebuild", "/replication/resync")) {
            Got begun = rig.ask(ada, "POST", "/api/v1" + path, "");
            assertEquals(202, begun.status(), path);
            Got running = rig.ask(ada, "GET", begun.header("Location"), "");
            assertEquals("RUNNING", running.json().path("state").asText());
            assertEquals("Half done.", running.json().path("progress").asText());
        }
        rig.directory.taskEnd.complete(new Answer.Ok<>("All is done."));
        JsonNode all = get("/tasks");
        assertEquals(4, all.size());
        assertEquals("DONE", all.path(3).path("state").asText());
        assertEquals("All is done.", all.path(3).path("result").asText());
        refused(404, "GET", "/tasks/none", "");
    }

    @Test
    void routesAndLinkState() throws Exception {
        JsonNode explained = get("/routes/explain?recipient=example.net&priority=HIGH&time=2026-01-31T12:00:00Z");
        assertEquals("VIA", explained.path("outcome").asText());
        assertEquals("smtp:example.net", explained.path("queue").asText());
        assertEquals("UNREACHABLE", get("/routes/table?limit=1").path("groups").path(0).path("outcome").asText());
        assertEquals("UP", get("/routes/connectors").path(0).path("sources").path(0).path("state").asText());
        assertEquals("MASTER", get("/linkstate").path("role").asText());
        assertEquals("n1", get("/linkstate/map").path("groups").path(0).path("master").asText());
        change("PUT", "/linkstate/groups/East/master", "{\"server\":\"n2\"}");
        change("POST", "/linkstate/join", "");
        assertEquals(List.of("master East n2", "join"), rig.organization.done);
        refused(400, "GET", "/routes/explain?recipient=a@b.c&time=noon", "");
    }

    @Test
    void metabaseWithoutItsSecrets() throws Exception {
        JsonNode key = get("/metabase/key?key=/LM/Test");
        assertEquals(5, key.path("properties").path("limit").path("value").asInt());
        assertEquals("SECRET", key.path("properties").path("password").path("type").asText());
        assertFalse(key.toString().contains(SettingsAdmin.SECRET));
        assertEquals("[/LM/Test]", get("/metabase/export?key=/LM/Test").path("text").asText());
        assertEquals(7, get("/metabase/history").path(0).path("version").asInt());
        change("PUT", "/metabase/property", "{\"key\":\"/LM/Test\",\"property\":\"limit\",\"values\":[\"hush\"],\"overrideSeconds\":60}");
        change("DELETE", "/metabase/property?key=/LM/Test&property=limit", "");
        change("POST", "/metabase/rollback", "{\"version\":3}");
        assertEquals(List.of("set /LM/Test limit [hush] 60", "unset /LM/Test limit", "rollback 3"), rig.settings.done);
        assertEquals(Set.of(new UserPrincipal("ada")), rig.settings.who.getPrincipals());
        assertTrue(rig.events.lines().stream().noneMatch(line -> line.contains("hush")), "values may be secrets");
    }

    @Test
    void directoryWithoutPasswords() throws Exception {
        assertEquals("cn=config", get("/directory").path("configurationBase").asText());
        JsonNode found = get("/directory/search?filter=(mail=*)&attribute=mail&attribute=cn&scope=BASE");
        assertEquals("a@example.com", found.path(0).path("attributes").path("mail").path(0).asText());
        assertFalse(found.toString().contains(DirectoryAdmins.PASSWORD));
        assertEquals(Set.of("mail", "cn"), rig.directory.searched.attributes());
        assertEquals("syncrepl", get("/replication").path("method").asText());
    }

    @Test
    void whatIsWrongIsSaidInAProblem() throws Exception {
        assertEquals("There is no queue none.", refused(404, "GET", "/queues/none", "").detail());
        assertEquals("Nothing of message x was deleted.", refused(409, "DELETE", "/messages/x", "").detail());
        assertEquals("The parameter limit must be a whole number from 1 to 1000.", refused(400, "GET", "/messages?limit=1001", "").detail());
        refused(400, "GET", "/messages?limit=99999999999999999999", "");
        refused(400, "GET", "/messages?limit=1&limit=2", "");
        assertEquals("The parameter state must be one of ACTIVE, READY, RETRY, SCHEDULED, REMOTE, FROZEN, DISABLED.",
                refused(400, "GET", "/queues?state=x", "").detail());
        assertTrue(refused(400, "GET", "/recipients/resolve", "").detail().startsWith("The parameter recipient is missing"));
        assertTrue(refused(400, "GET", "/queues?nam=x", "").detail().contains("no parameter nam"));
        refused(404, "GET", "/nothing", "");
        refused(404, "GET", "/api/v2/queues", "");
        assertEquals("GET", refused(405, "DELETE", "/queues", "").header("Allow"));
        for (String body : List.of("[]", "{", "null", "{\"version\":1} x", "{\"version\":1,\"version\":2}", "[".repeat(5000))) {
            refused(415, "POST", "/metabase/rollback", body);
        }
        for (String body : List.of("", "{}", "{\"version\":null}", "{\"version\":1.5}", "{\"version\":[1]}", "{\"version\":-1}", "{\"x\":1}")) {
            refused(400, "POST", "/metabase/rollback", body);
        }
        assertTrue(rig.settings.done.isEmpty());
    }

    @Test
    void aServiceThatIsAwayIsSaidToBe() throws Exception {
        rig.admins.queues().unbind(rig.mail);
        assertEquals("The administration of queues is stopped or being replaced. Try again in some seconds.",
                refused(503, "GET", "/queues", "").detail());
        rig.admins.queues().bind(rig.mail);
        assertEquals(2, get("/queues").size());
    }

    @Test
    void hostileTextComesOutAsItWentIn() throws Exception {
        Got got = rig.get(ada, "/queues/smtp:example.net");
        assertEquals(MailAdmins.HOSTILE.replace('\ud800', '?'), got.json().path("lastReason").asText());
        String raw = new String(got.response().body(), StandardCharsets.UTF_8);
        assertTrue(raw.chars().noneMatch(c -> c < ' '), "control characters are escaped");
        assertEquals("nosniff", got.header("X-Content-Type-Options"));
        assertEquals("no-store", got.header("Cache-Control"));
        String name = "%22%3C%7B%7D%E2%80%A8";
        assertEquals("There is no queue \"<{}\u2028.", refused(404, "GET", "/queues/" + name, "").detail());
    }

    @Test
    void eachRouteIsDescribed() throws Exception {
        JsonNode api = get("/openapi.json");
        assertEquals("3.0.3", api.path("openapi").asText());
        Set<String> described = new TreeSet<>();
        api.path("paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(method -> {
            described.add(method.getKey() + " " + path.getKey());
            assertFalse(method.getValue().path("summary").asText().isEmpty(), path.getKey());
            Set<String> named = new TreeSet<>();
            method.getValue().path("parameters").forEach(p -> {
                assertFalse(p.path("description").asText().isEmpty(), path.getKey());
                if (p.path("in").asText().equals("path")) {
                    named.add("{" + p.path("name").asText() + "}");
                }
            });
            Set<String> inPath = new TreeSet<>(List.of(path.getKey().split("/")));
            inPath.removeIf(segment -> !segment.startsWith("{"));
            assertEquals(inPath, named, path.getKey());
        }));
        assertEquals(DescribedRoutes.all(rig), described);
    }

    @Test
    void headIsGetWithoutABody() throws Exception {
        Got got = rig.ask(ada, "HEAD", "/api/v1/queues", "");
        assertEquals(200, got.status());
        assertEquals(0, got.response().body().length);
    }
}
