package org.waypost.admin.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waypost.admin.Answer;
import org.waypost.connection.ListenerStatus;
import org.waypost.connection.Listeners;
import org.waypost.service.Gate;
import org.waypost.smtp.VirtualServerStatus;

class ServerUseCasesTest {
    private final RecordedEvents events = new RecordedEvents();
    private final Gate<Listeners> gate = new Gate<>("transport", Duration.ofMillis(20), 10, Runnable::run);
    private final ServerUseCases admin = new ServerUseCases(gate, events, Duration.ofSeconds(2));
    private final OneListener listener = new OneListener();

    @Test
    void serversAreListenersWithTheirAddresses() {
        gate.bind(listener);
        assertEquals(new Answer.Ok<>(List.of(new VirtualServerStatus("main", "PAUSED",
                List.of("127.0.0.1:2525", "[0:0:0:0:0:0:0:1]:2525"), 3, List.of("A problem.")))), admin.servers());
    }

    @Test
    void actionsReachTheListenerAndAreRecorded() {
        gate.bind(listener);
        assertInstanceOf(Answer.Ok.class, admin.pause("main"));
        assertInstanceOf(Answer.Ok.class, admin.stop("main"));
        assertInstanceOf(Answer.Ok.class, admin.start("main"));
        assertEquals(List.of("pause", "stop", "start"), listener.done);
        assertEquals(List.of(AdminEvent.SERVER_PAUSED, AdminEvent.SERVER_STOPPED, AdminEvent.SERVER_STARTED), events.types());
    }

    @Test
    void anUnknownServerIsNamed() {
        gate.bind(listener);
        assertEquals(Answer.Refused.unknown("There is no virtual server foo; server:list shows all."), admin.stop("foo"));
        assertTrue(events.types().isEmpty());
    }

    @Test
    void aMissingTransportIsSaidInASentence() {
        Answer.Refused<?> refused = assertInstanceOf(Answer.Refused.class, admin.servers());
        assertTrue(refused.reason().startsWith("The transport is stopped or being replaced"), refused.reason());
    }

    private static final class OneListener implements Listeners {
        final List<String> done = new ArrayList<>();

        @Override
        public List<ListenerStatus> list() {
            return List.of(new ListenerStatus("main", ListenerStatus.State.PAUSED,
                    List.of(new InetSocketAddress("127.0.0.1", 2525), new InetSocketAddress("::1", 2525)), 3,
                    List.of("A problem."), List.of()));
        }

        @Override
        public boolean start(String name) {
            return act("start", name);
        }

        @Override
        public boolean pause(String name) {
            return act("pause", name);
        }

        @Override
        public boolean stop(String name) {
            return act("stop", name);
        }

        @Override
        public boolean close(String name) {
            return act("close", name);
        }

        private boolean act(String action, String name) {
            if (name.equals("main")) {
                done.add(action);
                return true;
            }
            return false;
        }
    }
}
