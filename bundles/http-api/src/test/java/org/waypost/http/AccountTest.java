package org.waypost.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.http.Rig.Got;
import org.waypost.http.Rig.Who;

class AccountTest {
    private static final String FREEZE = "/api/v1/queues/smtp:example.net/freeze";

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

    @Test
    void loginSetsACookieThatScriptsAndStrangersCannotUse() throws Exception {
        Got login = rig.logIn("ada", Rig.PASSWORD);
        assertEquals(200, login.status());
        assertEquals("ADMINISTER", login.json().path("role").asText());
        assertTrue(login.header("Set-Cookie").matches("waypost=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict"), login.header("Set-Cookie"));
        Who ada = rig.session("ada");
        assertEquals(ada.csrf(), rig.get(ada, "/session").json().path("csrf").asText());
    }

    @Test
    void nobodySeesNothing() throws Exception {
        for (String path : new String[] {"/queues", "/openapi.json", "/session", "/tasks"}) {
            assertEquals(401, rig.get(Who.NOBODY, path).status(), path);
        }
        assertEquals(401, rig.get(new Who("Cookie", "waypost=forged", ""), "/queues").status());
        assertEquals(0, rig.events.count(HttpEvent.REQUEST_REFUSED), "a session that is over is no attack");
        assertEquals(401, rig.get(new Who("Authorization", "Bearer forged", ""), "/queues").status());
        assertEquals(1, rig.events.count(HttpEvent.REQUEST_REFUSED));
    }

    @Test
    void eachRoleMayWhatItShould() throws Exception {
        assertEquals(200, rig.get(rig.session("vera"), "/queues").status());
        Got refused = rig.ask(rig.session("vera"), "POST", FREEZE, "");
        assertEquals(403, refused.status());
        assertEquals("This needs the role OPERATE, and vera has READ.", refused.detail());
        assertEquals(200, rig.ask(rig.session("otto"), "POST", FREEZE, "").status());
        assertEquals(403, rig.ask(rig.session("otto"), "POST", "/api/v1/linkstate/join", "").status());
        assertEquals(403, rig.get(rig.session("otto"), "/tokens").status());
        assertEquals(200, rig.ask(rig.session("ada"), "POST", "/api/v1/linkstate/join", "").status());
        assertTrue(rig.events.lines().stream().anyMatch(line -> line.startsWith("CHANGE_ASKED [otto, 127.0.0.1, POST /api/v1/queues/{queue}/freeze")
                && line.contains("queue=smtp:example.net") && line.endsWith(", 200]")), rig.events.lines()::toString);
    }

    @Test
    void aForgedRequestOfASessionChangesNothing() throws Exception {
        Who otto = rig.session("otto");
        for (String csrf : new String[] {"", "x", rig.session("ada").csrf()}) {
            assertEquals(403, rig.ask(new Who("Cookie", otto.value(), csrf), "POST", FREEZE, "").status());
        }
        assertTrue(rig.mail.done.isEmpty());
        assertEquals(1, rig.events.count(HttpEvent.REQUEST_REFUSED), "reported once a minute");
    }

    @Test
    void aSessionEndsByIdlenessByAgeAndByLogout() throws Exception {
        Who ada = rig.session("ada");
        for (int i = 0; i < 24; i++) {
            rig.clock.advance(Duration.ofMinutes(29));
            assertEquals(200, rig.get(ada, "/queues").status(), "after " + i);
        }
        rig.clock.advance(Duration.ofMinutes(29));
        assertEquals(401, rig.get(ada, "/queues").status(), "older than 12 h");
        Who idle = rig.session("ada");
        rig.clock.advance(Duration.ofMinutes(30));
        assertEquals(401, rig.get(idle, "/queues").status(), "idle");
        Who out = rig.session("ada");
        assertEquals(200, rig.ask(out, "DELETE", "/api/v1/session", "").status());
        assertEquals(401, rig.get(out, "/queues").status(), "logged out");
    }

    @Test
    void sessionsAndTokensOutliveAReplacementAndTheirFilesTellNoSecret() throws Exception {
        Who ada = rig.session("ada");
        Got made = rig.ask(ada, "POST", "/api/v1/tokens", "{\"name\":\"backup\",\"role\":\"OPERATE\"}");
        assertEquals(201, made.status());
        String secret = made.json().path("secret").asText();
        rig.replace();
        assertEquals(200, rig.get(ada, "/queues").status());
        Who program = new Who("Authorization", "Bearer " + secret, "");
        assertEquals(200, rig.ask(program, "POST", FREEZE, "").status(), "a token needs no X-CSRF-Token");
        assertEquals(403, rig.ask(program, "POST", "/api/v1/linkstate/join", "").status());
        for (String name : new String[] {"sessions", "tokens"}) {
            Path file = folder.resolve("http-api").resolve(name);
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            assertFalse(Files.readString(file).contains(secret));
            assertFalse(Files.readString(file).contains(ada.value().substring("waypost=".length())));
        }
    }

    @Test
    void aRevokedTokenIsWorthNothing() throws Exception {
        Who ada = rig.session("ada");
        Got made = rig.ask(ada, "POST", "/api/v1/tokens", "{\"name\":\"backup\",\"role\":\"READ\"}");
        Who program = new Who("Authorization", "Bearer " + made.json().path("secret").asText(), "");
        assertEquals(200, rig.get(program, "/queues").status());
        assertEquals(Optional.of("token backup"), rig.tokenReader(made.json().path("secret").asText()));
        String id = rig.get(ada, "/tokens").json().path(0).path("id").asText();
        assertEquals(200, rig.ask(ada, "DELETE", "/api/v1/tokens/" + id, "").status());
        assertEquals(401, rig.get(program, "/queues").status());
        assertEquals(Optional.empty(), rig.tokenReader(made.json().path("secret").asText()));
        assertEquals(404, rig.ask(ada, "DELETE", "/api/v1/tokens/" + id, "").status());
        assertEquals(1, rig.events.count(HttpEvent.TOKEN_MADE));
        assertEquals(1, rig.events.count(HttpEvent.TOKEN_REVOKED));
    }

    @Test
    void guessingIsSlowedDownAndEndsByItself() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertEquals(401, rig.logIn("ada", "wrong").status());
        }
        Got throttled = rig.logIn("ada", Rig.PASSWORD);
        assertEquals(429, throttled.status());
        assertTrue(Integer.parseInt(throttled.header("Retry-After")) >= 60);
        assertEquals(1, rig.events.count(HttpEvent.LOGIN_THROTTLED));
        assertEquals(5, rig.events.count(HttpEvent.LOGIN_REFUSED));
        rig.clock.advance(Duration.ofSeconds(60));
        assertEquals(200, rig.logIn("ada", Rig.PASSWORD).status());
    }
}
