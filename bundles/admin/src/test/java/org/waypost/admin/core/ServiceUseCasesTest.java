package org.waypost.admin.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.waypost.admin.Answer;
import org.waypost.admin.ServiceAdmin.Kind;
import org.waypost.admin.ServiceAdmin.Service;
import org.waypost.connection.ListenerStatus;
import org.waypost.connection.Listeners;
import org.waypost.service.Gate;

class ServiceUseCasesTest {
    private final RecordedEvents events = new RecordedEvents();
    private final List<String> done = new ArrayList<>();
    private final Gate<Listeners> gate = new Gate<>("transport", Duration.ofMillis(20), 10, Runnable::run);
    private final ServiceUseCases admin = new ServiceUseCases(gate, new Bundles(), events, Duration.ofSeconds(2), Duration.ofSeconds(2));

    @Test
    void virtualServersProtocolsAndBundlesAreListedWithWhoNeedsThem() {
        gate.bind(new OneListener());
        assertEquals(new Answer.Ok<>(List.of(new Service("main", Kind.VIRTUAL_SERVER, "STARTED", List.of()),
                new Service("smtp-server", Kind.PROTOCOL, "STARTED", List.of()),
                new Service("admin", Kind.ADMINISTRATION, "STARTED", List.of("admin-shell", "http-api")),
                new Service("http-api", Kind.ADMINISTRATION, "STARTED", List.of("web-console")),
                new Service("web-console", Kind.ADMINISTRATION, "STARTED", List.of()),
                new Service("main", Kind.MODULE, "STOPPED", List.of()),
                new Service("metabase", Kind.MODULE, "STARTED", List.of("routing", "smtp-server")))), admin.services());
    }

    @Test
    void theConsoleIsStoppedAndThatIsRecorded() {
        assertEquals(new Answer.Ok<>("web-console is stopped; before it was started."), admin.stop("web-console"));
        assertEquals(List.of("stop org.waypost.web-console"), done);
        assertEquals(List.of(AdminEvent.SERVICE_STOPPED), events.types());
    }

    @Test
    void theMetabaseIsNotStoppedWhileOthersNeedIt() {
        Answer.Refused<?> refused = assertInstanceOf(Answer.Refused.class, admin.stop("metabase"));
        assertTrue(refused.reason().contains("routing, smtp-server would be stranded"), refused.reason());
        assertEquals(List.of(), done);
        assertEquals(List.of(), events.types());
    }

    @Test
    void aVirtualServerIsChangedAtTheTransportAndABundleOfItsNameByTheWholeName() {
        gate.bind(new OneListener());
        admin.pause("main");
        admin.stop("main");
        admin.start("main");
        admin.start("org.waypost.main");
        assertEquals(List.of("pause main", "stop main", "start main", "start org.waypost.main"), done);
        assertEquals(List.of(AdminEvent.SERVICE_PAUSED, AdminEvent.SERVICE_STOPPED, AdminEvent.SERVICE_STARTED,
                AdminEvent.SERVICE_STARTED), events.types());
    }

    @Test
    void whatCannotBeIsRefusedAndNotRecorded() {
        assertEquals(Answer.Cause.UNKNOWN, assertInstanceOf(Answer.Refused.class, admin.stop("nothing")).cause());
        assertTrue(assertInstanceOf(Answer.Refused.class, admin.pause("web-console")).reason().contains("only virtual servers"));
        Answer.Refused<?> failed = assertInstanceOf(Answer.Refused.class, admin.start("metabase"));
        assertTrue(failed.reason().contains("needs a package"), failed.reason());
        assertEquals(List.of(), events.types());
    }

    private final class Bundles implements ServiceBundles {
        @Override
        public List<One> all() {
            return List.of(one("web-console", "STARTED", false), one("http-api", "STARTED", false),
                    one("admin", "STARTED", false, "http-api", "admin-shell"),
                    one("metabase", "STARTED", false, "smtp-server", "routing", "admin"), one("smtp-server", "STARTED", true),
                    one("main", "STOPPED", false));
        }

        private One one(String name, String state, boolean protocol, String... users) {
            return new One("org.waypost." + name, state, protocol, List.of(users).stream().map("org.waypost."::concat).toList());
        }

        @Override
        public CompletionStage<Void> start(String name) {
            if (name.equals("org.waypost.metabase")) {
                return CompletableFuture.failedStage(new IllegalStateException("needs a package"));
            }
            done.add("start " + name);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<Void> stop(String name) {
            done.add("stop " + name);
            return CompletableFuture.completedStage(null);
        }
    }

    private final class OneListener implements Listeners {
        @Override
        public List<ListenerStatus> list() {
            return List.of(new ListenerStatus("main", ListenerStatus.State.STARTED, List.of(), 0, List.of(), List.of()));
        }

        @Override
        public boolean start(String name) {
            return done.add("start " + name);
        }

        @Override
        public boolean pause(String name) {
            return done.add("pause " + name);
        }

        @Override
        public boolean stop(String name) {
            return done.add("stop " + name);
        }

        @Override
        public boolean close(String name) {
            throw new AssertionError("nothing is closed");
        }
    }
}
