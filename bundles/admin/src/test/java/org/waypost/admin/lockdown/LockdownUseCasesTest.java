package org.waypost.admin.lockdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waypost.admin.Answer;
import org.waypost.admin.LockdownAdmin.Listening;
import org.waypost.admin.lockdown.Owner.Reach;

class LockdownUseCasesTest {
    private final Map<Integer, Owner> owners = new HashMap<>();
    private final LockdownUseCases admin = new LockdownUseCases(new ProcessSockets(Path.of("/proc/self")), () -> owners);

    @Test
    void ownSocketsAreJudgedByWhoseTheyAre() throws Exception {
        try (ServerSocket smtp = new ServerSocket(0); ServerSocket ssh = new ServerSocket(0);
                ServerSocket local = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1")); ServerSocket jmx = new ServerSocket(0, 1,
                        InetAddress.getByName("127.0.0.1")); ServerSocket stray = new ServerSocket(0)) {
            owners.put(smtp.getLocalPort(), new Owner("virtual server main", Reach.EVERYBODY, ""));
            owners.put(ssh.getLocalPort(), new Owner("shell", Reach.MACHINE, "Bind it."));
            owners.put(local.getLocalPort(), new Owner("shell", Reach.MACHINE, "Bind it."));
            owners.put(jmx.getLocalPort(), new Owner("JMX", Reach.NOBODY, "Stop it."));
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
        LockdownUseCases elsewhere = new LockdownUseCases(new ProcessSockets(Path.of("no-such-folder")), Map::of);
        assertTrue(assertInstanceOf(Answer.Refused.class, elsewhere.listening()).reason().startsWith("The system does not tell"));
    }

    private List<Object> of(ServerSocket socket) {
        Listening found = find(socket);
        return List.of(found.loopback(), found.needed(), found.advice());
    }

    private Listening find(ServerSocket socket) {
        List<Listening> all = ((Answer.Ok<List<Listening>>) admin.listening()).value();
        return all.stream().filter(listening -> listening.port() == socket.getLocalPort()).findFirst().orElseThrow();
    }
}
