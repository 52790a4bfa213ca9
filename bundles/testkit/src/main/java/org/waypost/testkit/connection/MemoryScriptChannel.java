package org.waypost.testkit.connection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.waypost.testkit.script.ScriptChannel;
import org.waypost.testkit.script.ScriptFailure;

/** Runs a script against a conversation in memory, which answers at once: nothing is waited for. */
public final class MemoryScriptChannel implements ScriptChannel {
    private final MemoryConnection connection;
    private String unread = "";

    public MemoryScriptChannel(MemoryConnection connection) {
        this.connection = connection;
    }

    @Override
    public void send(byte[] bytes) {
        connection.feed(bytes);
    }

    @Override
    public String receiveLine(Duration patience) {
        unread += new String(connection.take().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        int end = unread.indexOf("\r\n");
        if (end < 0) {
            throw new ScriptFailure("no line, but \"" + unread + "\"");
        }
        String line = unread.substring(0, end);
        unread = unread.substring(end + 2);
        return line;
    }

    @Override
    public boolean closed(Duration patience) {
        unread += connection.take();
        return connection.isClosed() && unread.isEmpty();
    }
}
