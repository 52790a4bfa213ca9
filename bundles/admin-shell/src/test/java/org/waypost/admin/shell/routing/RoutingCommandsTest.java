package org.waypost.admin.shell.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.admin.RouteAdmin.RouteRequest;
import org.waypost.admin.shell.Printed;
import org.waypost.admin.shell.Refusal;
import org.waypost.topology.Connector.Priority;

/** The commands with services in memory, as the shell fills them in. */
class RoutingCommandsTest {
    private final MemoryAdmin admin = new MemoryAdmin();

    @TempDir
    private Path folder;

    @Test
    void aQuestionIsPutAsTyped() throws Exception {
        String file = Files.writeString(folder.resolve("map"), "map ab12").toString();
        String offline = run(new RouteExplain(), Map.of("from", "a@example.com", "to", "b@example.net", "server", "s1", "fromServer", "n2", "size", 7L,
                "priority", "High", "time", "2026-01-31T12:00:00Z", "previous", "n1", "map", file));
        assertFalse(offline.contains("TRYING"), offline);
        assertEquals(List.of(new RouteRequest(Optional.of("a@example.com"), "b@example.net", Optional.of("s1"), Optional.of("n2"), 7,
                Priority.HIGH, Instant.parse("2026-01-31T12:00:00Z"), Optional.of("n1"), Optional.of(Sample.MAP))), admin.asked);
        String shown = run(new RouteExplain(), Map.of("from", "<>", "to", "b@example.net"));
        assertTrue(shown.contains("TRYING") && shown.contains("Suppressed: "), shown);
        RouteRequest plain = admin.asked.get(1);
        assertEquals(List.of(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Priority.NORMAL),
                List.of(plain.sender(), plain.server(), plain.from(), plain.previous(), plain.offline(), plain.priority()));
    }

    @Test
    void whatIsMistypedIsRefused() throws Exception {
        String file = Files.writeString(folder.resolve("map"), "nonsense").toString();
        for (Map<String, Object> mistake : List.<Map<String, Object>>of(Map.of("priority", "urgent"), Map.of("time", "noon"), Map.of("map", file))) {
            RouteExplain command = filled(new RouteExplain(), Map.of("from", "<>", "to", "b@example.net"));
            assertThrows(Refusal.class, filled(command, mistake)::execute, mistake.toString());
        }
        assertThrows(Refusal.class, filled(new LinkStateShow(), Map.of("save", "x", "map", file))::execute);
        assertEquals(List.of(), admin.asked);
    }

    @Test
    void stateIsSavedAndShownFromTheFile() throws Exception {
        Path file = folder.resolve("saved");
        String shown = run(new LinkStateShow(), Map.of("save", file.toString()));
        assertTrue(shown.contains("MASTER") && shown.contains("Wrote the map to " + file), shown);
        assertEquals("map ab12", Files.readString(file));
        String offline = run(new LinkStateShow(), Map.of("map", file.toString()));
        assertTrue(offline.contains("1:2.3.4") && offline.contains("To South"), offline);
        assertFalse(offline.contains("MASTER"), offline);
        String empty = Files.writeString(folder.resolve("empty"), "empty").toString();
        assertTrue(run(new ConnectorList(), Map.of("map", empty)).contains("No connectors."));
    }

    @Test
    void eachListIsJsonToo() throws Exception {
        assertTrue(run(new RouteExplain(), Map.of("from", "<>", "to", "b@x", "json", true)).startsWith("{\n  \"outcome\""));
        assertTrue(run(new RouteTable(), Map.of("json", true)).startsWith("{\n  \"server\": \"n1\""));
        assertTrue(run(new ConnectorList(), Map.of("json", true)).startsWith("[\n  {\n    \"group\": \"North\""));
        assertTrue(run(new LinkStateShow(), Map.of("json", true)).startsWith("{\n  \"status\": {\n    \"server\": \"n1\""));
    }

    @Test
    void actionsAreTakenAndTold() throws Exception {
        assertEquals("Moved.", run(new LinkStateMaster(), Map.of("group", "North", "server", "n2")).strip());
        assertEquals("Joined.", run(new ServerJoin(), Map.of()).strip());
        assertEquals(List.of("master North n2", "join"), admin.done);
    }

    private String run(Action command, Map<String, Object> typed) throws Exception {
        PrintStream before = System.out;
        try {
            return Printed.by(out -> {
                System.setOut(out);
                filled(command, typed).execute();
            });
        } finally {
            System.setOut(before);
        }
    }

    private <A extends Action> A filled(A command, Map<String, Object> typed) throws IllegalAccessException {
        for (Field field : command.getClass().getDeclaredFields()) {
            field.setAccessible(true);
            if (field.isAnnotationPresent(Reference.class)) {
                field.set(command, admin);
            } else if (typed.containsKey(field.getName())) {
                field.set(command, typed.get(field.getName()));
            }
        }
        return command;
    }
}
