package org.waypost.testkit.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SocketScriptChannelTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(30);

    private ServerSocket listener;
    private SocketScriptChannel channel;
    private Socket server;

    @BeforeEach
    void connect() throws IOException {
        listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        channel = SocketScriptChannel.connect(listener.getInetAddress().getHostAddress(), listener.getLocalPort());
        server = listener.accept();
    }

    @AfterEach
    void close() throws IOException {
        channel.close();
        server.close();
        listener.close();
    }

    @Test
    void carriesBytesBothWays() throws IOException {
        say("220 é\r\n250 next\r\n");
        channel.send("NOOP\r\n".getBytes(StandardCharsets.US_ASCII));
        assertEquals("220 é", channel.receiveLine(LONG));
        assertEquals("250 next", channel.receiveLine(LONG));
        assertEquals("NOOP\r\n", new String(server.getInputStream().readNBytes(6), StandardCharsets.US_ASCII));
    }

    @Test
    void anIncompleteLineIsAFailure() throws IOException {
        say("25");
        assertThrows(ScriptFailure.class, () -> channel.receiveLine(SHORT));
    }

    @Test
    void aLineWithoutCrIsAFailure() throws IOException {
        say("250 OK\n");
        assertThrows(ScriptFailure.class, () -> channel.receiveLine(LONG));
    }

    @Test
    void seesWhetherTheServerClosed() throws IOException {
        assertFalse(channel.closed(SHORT));
        server.close();
        assertTrue(channel.closed(LONG));
        assertThrows(ScriptFailure.class, () -> channel.receiveLine(LONG));
    }

    @Test
    void textBeforeTheCloseIsNoClose() throws IOException {
        say("421 bye\r\n");
        server.close();
        assertFalse(channel.closed(LONG));
    }

    private void say(String text) throws IOException {
        server.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
