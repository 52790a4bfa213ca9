package org.waypost.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.http.Rig.Got;

/** Lockdown and doctor. */
class SecurityEndpointTest {
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

    private Got post(String user, String path, String body) throws Exception {
        return rig.ask(rig.session(user), "POST", "/api/v1" + path, body);
    }

    @Test
    void whatListensAndWhatIsWrongIsForAllToSee() throws Exception {
        JsonNode door = rig.get(rig.session("vera"), "/lockdown").json().path(0);
        assertEquals("jmx", door.path("name").asText());
        assertEquals("Stop it.", door.path("advice").asText());
        assertTrue(door.path("closable").asBoolean());
        assertEquals("Make room.", post("vera", "/doctor", "").json().path(0).path("remedy").asText());
        assertEquals("jmx", rig.get(rig.session("vera"), "/lockdown/plan?name=jmx&name=shell").json().path(0).path("name").asText());
        assertEquals(List.of(), rig.security.done);
    }

    @Test
    void administratorsClose() throws Exception {
        assertEquals(403, post("otto", "/lockdown/close", "{}").status());
        assertEquals(403, post("otto", "/lockdown/undo", "").status());
        assertTrue(post("ada", "/lockdown/close", "{\"name\":[\"jmx\"],\"force\":true}").json().path(0).path("done").asBoolean());
        assertEquals(200, post("ada", "/lockdown/close", "{}").status());
        assertTrue(post("ada", "/lockdown/undo", "").detail().contains("nothing to undo"));
        assertEquals(List.of("close [jmx] Door[name=http, loopback=true] true ada", "close [] Door[name=http, loopback=true] false ada", "undo ada"),
                rig.security.done);
    }
}
