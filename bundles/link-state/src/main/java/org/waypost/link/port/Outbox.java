package org.waypost.link.port;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import org.waypost.connection.Connection;
import org.waypost.link.codec.Chunks;
import org.waypost.link.codec.Message;

/** Writes messages one after the other, the next when the socket took the one before. All in the connection's mailbox. */
final class Outbox {
    /** Of a peer that does not read. */
    static final int MAX_WAITING = 20_000;

    private final Connection connection;
    private final ArrayDeque<Message> waiting = new ArrayDeque<>();
    private boolean writing;
    private boolean over;

    Outbox(Connection connection) {
        this.connection = connection;
    }

    /** @return whether there was room for them */
    boolean add(List<Message> messages) {
        if (waiting.size() + messages.size() > MAX_WAITING) {
            return false;
        }
        waiting.addAll(messages);
        write();
        return true;
    }

    /** Nothing more is written. */
    void end() {
        over = true;
        waiting.clear();
    }

    private void write() {
        if (over || writing || waiting.isEmpty()) {
            return;
        }
        writing = true;
        connection.write(ByteBuffer.wrap((String.join("\r\n", Chunks.split(waiting.remove())) + "\r\n").getBytes(StandardCharsets.US_ASCII)));
        connection.flush().thenAccept(sent -> {
            writing = false;
            write();
        });
    }
}
