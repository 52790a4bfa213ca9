package org.waypost.transport.mina.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.connection.ListenerStatus;
import org.waypost.connection.ListenerStatus.State;

class ListeningFileTest {
    @TempDir
    private Path folder;

    @Test
    void tellsSocketsAndProblems() throws IOException {
        Path path = folder.resolve("data/listening");
        ListeningFile file = new ListeningFile(path);
        file.accept(List.of(listener("b", List.of(new InetSocketAddress("127.0.0.1", 25), new InetSocketAddress("::1", 25)), List.of()),
                listener("a", List.of(), List.of("Port 25 is\ntaken."))));
        assertEquals("LISTENS b 0:0:0:0:0:0:0:1 25\nLISTENS b 127.0.0.1 25\nPROBLEM a Port 25 is taken.\n", Files.readString(path));
        file.accept(List.of());
        assertEquals("", Files.readString(path));
    }

    @Test
    void isWrittenOnlyWhenItChanges() throws IOException {
        Path path = folder.resolve("listening");
        ListeningFile file = new ListeningFile(path);
        List<ListenerStatus> same = List.of(listener("a", List.of(new InetSocketAddress("127.0.0.1", 25)), List.of()));
        file.accept(same);
        Files.delete(path);
        file.accept(same);
        assertFalse(Files.exists(path));
    }

    private static ListenerStatus listener(String name, List<InetSocketAddress> listening, List<String> problems) {
        return new ListenerStatus(name, State.STARTED, listening, 0, problems, List.of());
    }
}
