package org.waypost.admin.lockdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.admin.Answer;
import org.waypost.admin.LockdownAdmin.Closing;
import org.waypost.admin.LockdownAdmin.Door;
import org.waypost.admin.LockdownAdmin.Listening;
import org.waypost.admin.LockdownAdmin.Request;
import org.waypost.admin.core.RecordedEvents;
import org.waypost.admin.lockdown.Owner.Reach;

class LockdownUseCasesTest {
    private static final Door NONE = new Door("", true);
    private static final String BUNDLE = "some.console";

    private final Map<Integer, Owner> owners = new HashMap<>();
    private final Map<Integer, Owner> within = new HashMap<>();
    private final MemoryBundles bundles = new MemoryBundles(BUNDLE);
    private final RecordedEvents events = new RecordedEvents();

    @TempDir
    private Path folder;

    @Test
    void ownSocketsAreJudgedByWhoseTheyAre() throws Exception {
        try (ServerSocket smtp = wide(); ServerSocket ssh = wide(); ServerSocket local = here(); ServerSocket jmx = here();
                ServerSocket stray = wide()) {
            owners.put(smtp.getLocalPort(), mail());
            owners.put(ssh.getLocalPort(), new Owner("shell", "shell", Reach.MACHINE, "Bind it."));
            owners.put(local.getLocalPort(), new Owner("shell", "shell", Reach.MACHINE, "Bind it."));
            owners.put(jmx.getLocalPort(), new Owner("jmx", "JMX", Reach.NOBODY, "Stop it."));
            assertEquals(List.of(false, true, ""), of(smtp));
            assertEquals(List.of(false, true, "Bind it."), of(ssh));
            assertEquals(List.of(true, true, ""), of(local));
            assertEquals(List.of(true, false, "Stop it."), of(jmx));
            assertEquals("not known", find(stray).whose());
            assertFalse(find(stray).needed());
        }
    }

    @Test
    void whereTheSystemDoesNotTellThatIsSaid() {
        LockdownUseCases elsewhere = admin(new ProcessSockets(Path.of("no-such-folder")));
        assertTrue(assertInstanceOf(Answer.Refused.class, elsewhere.listening()).reason().startsWith("The system does not tell"));
    }

    @Test
    void whatIsNotNeededIsClosedAndOpenedAgainOnce() throws Exception {
        try (ServerSocket console = here(); ServerSocket smtp = wide()) {
            doors(console, smtp);
            assertEquals(List.of("felix-console"), names(ok(admin().plan(all()))));
            assertTrue(bundles.runs(BUNDLE), "a plan changes nothing");

            assertTrue(ok(admin().close(all())).get(0).done());
            assertFalse(bundles.runs(BUNDLE));
            assertTrue(refused(admin().close(all())).startsWith("Nothing listens that is better closed"));
            bundles.start(BUNDLE);
            admin().keep();
            assertFalse(bundles.runs(BUNDLE), "closed again after a start that had opened it");

            assertTrue(ok(admin().undo()).get(0).done());
            assertTrue(bundles.runs(BUNDLE));
            assertTrue(refused(admin().undo()).startsWith("There is nothing to undo"));
            assertEquals(List.of(LockdownEvent.CLOSED, LockdownEvent.CLOSED, LockdownEvent.OPENED_AGAIN), events.types());
        }
    }

    @Test
    void mailAndTheOwnDoorStayOpen() throws Exception {
        try (ServerSocket console = here(); ServerSocket smtp = wide()) {
            doors(console, smtp);
            assertTrue(refused(admin().close(named("main", NONE, true))).contains("never closes it"));
            Door own = new Door("felix-console", true);
            assertTrue(refused(admin().close(named("felix-console", own, false))).contains("way you came in"));
            assertTrue(bundles.runs(BUNDLE));
            ok(admin().close(named("felix-console", own, true)));
            assertFalse(bundles.runs(BUNDLE));
            assertTrue(refused(admin().close(named("nothing", NONE, false))).contains("has the name nothing"));
        }
    }

    /** From another machine it would be shut out, from this one not. */
    @Test
    void aDoorIsNarrowedForThoseWhoComeFromHereOnly() throws Exception {
        try (ServerSocket ssh = wide()) {
            owners.put(ssh.getLocalPort(), new Owner("shell", "shell", Reach.MACHINE, "Bind it.", new Measure.Stop(BUNDLE)));
            assertTrue(refused(admin().close(named("shell", new Door("shell", false), false))).contains("--force"));
            assertTrue(ok(admin().plan(named("shell", new Door("shell", true), false))).get(0).done());
        }
    }

    @Test
    void whatListensStillIsSaid() throws Exception {
        try (ServerSocket ssh = wide()) {
            owners.put(ssh.getLocalPort(), new Owner("shell", "shell", Reach.MACHINE, "Bind it.", new Measure.Stop(BUNDLE)));
            Closing closing = ok(admin().close(all())).get(0);
            assertFalse(closing.done());
            assertTrue(closing.sentence().contains("listens still"), closing.sentence());
        }
    }

    private void doors(ServerSocket console, ServerSocket smtp) {
        owners.put(console.getLocalPort(), new Owner("console", "console", Reach.MACHINE, "Bind it."));
        owners.put(smtp.getLocalPort(), mail());
        within.put(console.getLocalPort(), new Owner("felix-console", "Felix console", Reach.NOBODY, "Stop it.", new Measure.Stop(BUNDLE)));
    }

    private static Owner mail() {
        return new Owner("main", "virtual server main", Reach.EVERYBODY, "");
    }

    private static ServerSocket wide() throws Exception {
        return new ServerSocket(0);
    }

    private static ServerSocket here() throws Exception {
        return new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    }

    private LockdownUseCases admin() {
        return admin(new ProcessSockets(Path.of("/proc/self")));
    }

    private LockdownUseCases admin(ProcessSockets sockets) {
        return new LockdownUseCases(sockets, () -> new Doors(owners, bundles.runs(BUNDLE) ? within : Map.of()),
                new Closer(folder, folder.resolve("lockdown"), bundles), events, Duration.ofMillis(1));
    }

    private static Request all() {
        return new Request(List.of(), NONE, false);
    }

    private static Request named(String name, Door door, boolean force) {
        return new Request(List.of(name), door, force);
    }

    private static List<String> names(List<Closing> closings) {
        return closings.stream().map(Closing::name).toList();
    }

    private static <T> T ok(Answer<T> answer) {
        return ((Answer.Ok<T>) assertInstanceOf(Answer.Ok.class, answer)).value();
    }

    private static String refused(Answer<?> answer) {
        return assertInstanceOf(Answer.Refused.class, answer).reason();
    }

    private List<Object> of(ServerSocket socket) {
        Listening found = find(socket);
        return List.of(found.loopback(), found.needed(), found.advice());
    }

    private Listening find(ServerSocket socket) {
        return ok(admin().listening()).stream().filter(listening -> listening.port() == socket.getLocalPort()).findFirst().orElseThrow();
    }
}
