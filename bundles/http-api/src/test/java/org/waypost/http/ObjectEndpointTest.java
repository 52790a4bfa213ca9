package org.waypost.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.http.Rig.Got;
import org.waypost.http.Rig.Who;

class ObjectEndpointTest {
    private static final String ONE = "/objects/SMTP_CONNECTOR/East/Internet";
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

    private Got ask(int status, String method, String path, String body) throws Exception {
        Got got = rig.ask(ada, method, "/api/v1" + path, body);
        assertEquals(status, got.status(), path + " " + got.json());
        return got;
    }

    @Test
    void aFormIsReadAndSaved() throws Exception {
        assertEquals("Internet", ask(200, "GET", "/objects/SMTP_CONNECTOR", "").json().path(0).path("name").asText());
        assertEquals("NUMBER", ask(200, "GET", "/objects/SMTP_CONNECTOR/fields", "").json().path(0).path("type").asText());
        assertEquals("East", ask(200, "GET", "/objects/SMTP_CONNECTOR/parents", "").json().path(0).asText());
        Got form = ask(200, "GET", ONE, "");
        assertEquals("7", form.json().path("values").path("cost").path(0).asText());
        assertEquals("2", ask(200, "PUT", ONE, "{\"revision\":\"1\",\"values\":{\"cost\":\"5\",\"scope\":[]}}").json().path("revision").asText());
        ask(200, "POST", "/objects/SMTP_CONNECTOR", "{\"parent\":\"East\",\"name\":\"New\",\"values\":{\"addressSpaces\":[\"a\",\"b\"]}}");
        ask(200, "DELETE", ONE + "?revision=1", "");
        assertEquals("IN_FORCE", ask(200, "GET", ONE + "/standing", "").json().path("state").asText());
        assertEquals(List.of("save SMTP_CONNECTOR East/Internet {cost=[5], scope=[]} by ada",
                "create SMTP_CONNECTOR East/New {addressSpaces=[a, b]} by ada", "delete SMTP_CONNECTOR East/Internet 1 by ada"), rig.objects.done);
    }

    @Test
    void aStaleFormIsAnsweredWithThePresentOne() throws Exception {
        Got got = ask(409, "PUT", ONE, "{\"revision\":\"0\",\"values\":{}}");
        assertEquals("application/problem+json", got.header("Content-Type"));
        assertEquals("It was changed.", got.json().path("detail").asText());
        assertEquals("7", got.json().path("now").path("values").path("cost").path(0).asText());
    }

    @Test
    void eachWrongSettingHasItsSentence() throws Exception {
        Got got = ask(422, "PUT", ONE, "{\"revision\":\"1\",\"values\":{\"cost\":[\"0\"]}}");
        assertTrue(got.json().path("fields").path("cost").asText().contains("1 to 100"));
        for (String body : List.of("{\"revision\":\"1\"}", "{\"revision\":\"1\",\"values\":[]}", "{\"revision\":\"1\",\"values\":{\"cost\":5}}",
                "{\"revision\":\"1\",\"values\":{\"cost\":[5]}}", "{\"values\":{}}")) {
            ask(400, "PUT", ONE, body);
        }
        ask(400, "GET", "/objects/NOTHING", "");
        ask(404, "GET", "/objects/SMTP_CONNECTOR/East/none", "");
        assertTrue(rig.objects.done.isEmpty());
    }

    @Test
    void onlyAnAdministratorChanges() throws Exception {
        Who reader = rig.session("vera");
        assertEquals(200, rig.get(reader, ONE).status());
        assertEquals(403, rig.ask(reader, "PUT", "/api/v1" + ONE, "{\"revision\":\"1\",\"values\":{}}").status());
        assertEquals(403, rig.ask(reader, "DELETE", "/api/v1" + ONE, "").status());
    }
}
