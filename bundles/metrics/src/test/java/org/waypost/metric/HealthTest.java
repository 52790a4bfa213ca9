package org.waypost.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.linkstate.LinkStateStatus;
import org.waypost.metric.source.Disk;
import org.waypost.replication.Replication;
import org.waypost.smtp.VirtualServerStatus;

class HealthTest {
    private Rig rig;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        rig = new Rig(folder);
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    private void is(String status, String firstObject) throws Exception {
        var response = rig.get("/health");
        assertEquals(200, response.statusCode());
        JsonNode body = new ObjectMapper().readTree(response.body());
        assertEquals(status, body.path("status").asText(), response::body);
        assertEquals(firstObject, body.path("problems").path(0).path("object").asText(""), response::body);
    }

    @Test
    void greenIsWhenNothingIsWrong() throws Exception {
        is("green", "");
    }

    @Test
    void anOutstanding929IsRedWithItsDn() throws Exception {
        rig.mail.unreadable.add("cn=x,dc=example: cost 0");
        is("red", "cn=x,dc=example");
        rig.mail.unreadable.clear();
        is("green", "");
    }

    @Test
    void anOutstanding1040IsRedWithItsDnBeforeWhatIsYellow() throws Exception {
        rig.mail.servers = List.of(new VirtualServerStatus("Default", "STARTED", List.of("0.0.0.0:25"), 0, List.of("Port 26 is taken.")));
        is("yellow", "Default");
        rig.mail.faults.add(new Replication.Fault("cn=y,dc=example", "No such type.", Instant.EPOCH));
        is("red", "cn=y,dc=example");
    }

    @Test
    void oneDirectoryServerDownIsYellowAllDownIsRed() throws Exception {
        rig.mail.directories = List.of(Mailserver.directory("ldap://one", "UP"), Mailserver.directory("ldap://two", "DOWN"));
        is("yellow", "ldap://two");
        rig.mail.directories = List.of(Mailserver.directory("ldap://two", "DOWN"));
        is("red", "ldap://two");
    }

    @Test
    void aLinkThatIsDownIsYellow() throws Exception {
        rig.mail.links = List.of(new LinkStateStatus.Measured("Internet", "DOWN", "no answer", Instant.EPOCH, Optional.empty()));
        is("yellow", "Internet");
    }

    @Test
    void notReadyIsAServerThatTakesNoMail() throws Exception {
        assertEquals(200, rig.get("/health?ready").statusCode());
        rig.mail.servers = List.of(new VirtualServerStatus("Default", "PAUSED", List.of(), 0, List.of()));
        assertEquals(503, rig.get("/health?ready").statusCode());
        assertEquals(200, rig.get("/health").statusCode());
    }

    @Test
    void aFullDiskIsRedAndNotReady() throws Exception {
        rig.disk = new Disk(rig.disk.folder(), Long.MAX_VALUE);
        is("red", rig.disk.folder().toString());
        assertEquals(503, rig.get("/health?ready").statusCode());
    }

    @Test
    void otherMachinesNeedATokenUnlessAllMaySee() throws Exception {
        for (String path : List.of("/health", "/metrics")) {
            var refused = rig.get(path, "X-Forwarded-For", "192.0.2.1");
            assertEquals(401, refused.statusCode());
            assertTrue(!refused.body().contains("green") && !refused.body().contains("waypost_"), refused::body);
            assertEquals(401, rig.get(path, "X-Forwarded-For", "192.0.2.1", "Authorization", "Bearer wrong").statusCode());
            assertEquals(200, rig.get(path, "X-Forwarded-For", "192.0.2.1", "Authorization", "Bearer " + Mailserver.TOKEN).statusCode());
        }
        rig.visitors.open(true);
        assertEquals(200, rig.get("/metrics", "X-Forwarded-For", "192.0.2.1").statusCode());
    }
}
