package org.waypost.transport.mina.connection;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.waypost.transport.mina.framing.InputBuffer;

/**
 * Where the I/O thread leaves input for the mailbox. Above the limit the socket is read no more, so what
 * nobody asks for waits in the kernel and at the peer.
 */
final class Intake {
    private final ReadGate gate;
    private final ArrayDeque<ByteBuffer> arrived = new ArrayDeque<>(2);
    private int size;
    private int limit;
    private boolean full;

    Intake(ReadGate gate, int limit) {
        this.gate = gate;
        this.limit = limit;
    }

    synchronized void limit(int newLimit) {
        limit = newLimit;
    }

    synchronized void add(ByteBuffer bytes) {
        arrived.add(bytes);
        size += bytes.remaining();
        if (size >= limit && !full) {
            full = true;
            gate.close(ReadGate.FULL);
        }
    }

    synchronized void drainTo(InputBuffer input) {
        for (ByteBuffer bytes = arrived.poll(); bytes != null; bytes = arrived.poll()) {
            input.add(bytes);
        }
    }

    /** Told how much of what was drained is left. */
    synchronized void left(int inputSize) {
        size = inputSize;
        for (ByteBuffer bytes : arrived) {
            size += bytes.remaining();
        }
        if (full && size <= limit / 2) {
            full = false;
            gate.open(ReadGate.FULL);
        }
    }
}
