package org.waypost.transport.mina.connection;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.waypost.connection.Unit;
import org.waypost.connection.Want;
import org.waypost.transport.mina.framing.Framer;
import org.waypost.transport.mina.framing.InputBuffer;

/**
 * What came in and what is asked of it: unread input, framing, and the outstanding want with its time.
 * Used in the mailbox, except what says otherwise.
 */
final class Inbox {
    /** Input read ahead of what is asked for, in bytes. */
    private static final int READ_AHEAD = 64 * 1024;

    private final ReadGate gate;
    private final LongSupplier nanoTime;
    private final Intake intake;
    private final Request request = new Request();
    private final Framer framer = new Framer();
    private final InputBuffer input = new InputBuffer();
    private volatile boolean ended;
    private boolean complete;

    Inbox(ReadGate gate, LongSupplier nanoTime) {
        this.gate = gate;
        this.nanoTime = nanoTime;
        intake = new Intake(gate, READ_AHEAD);
    }

    /** From the I/O thread. */
    void received(ByteBuffer bytes) {
        request.heard(nanoTime.getAsLong());
        intake.add(bytes);
    }

    /** From the I/O thread: the peer closed its side. */
    void end() {
        ended = true;
        gate.close(ReadGate.ENDED);
    }

    void ask(Want want, Duration timeout) {
        if (request.want() != null) {
            throw new IllegalStateException("a want is outstanding: " + request.want());
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout " + timeout);
        }
        request.ask(want, timeout, nanoTime.getAsLong());
        if (want instanceof Want.Line line) {
            intake.limit(READ_AHEAD + line.maxLength());
        }
    }

    /** Null when nothing is wanted. */
    Want want() {
        return request.want();
    }

    /** The want is answered, or nobody is left to answer. */
    void done() {
        request.done();
    }

    /** Whether the want has had its time; any thread. */
    boolean isLate() {
        return request.isLate(nanoTime.getAsLong());
    }

    /** Takes in what arrived. */
    void fill() {
        // Asked first: what arrived before the end must not be taken for missing.
        complete = ended;
        intake.drainTo(input);
    }

    /** The unit that answers the want, or null when the input does not hold it yet. */
    Unit next() {
        return framer.next(request.want(), input);
    }

    boolean isEmpty() {
        return input.size() == 0;
    }

    /** Whether all that will ever come was there when it was last filled. */
    boolean isComplete() {
        return complete;
    }

    /** Lets more be read, as far as there is room. */
    void makeRoom() {
        intake.left(input.size());
    }

    /** Throws away what is not read. */
    void clear() {
        input.clear();
    }

    /** Throws away everything that came until now. */
    void startAfresh() {
        intake.drainTo(input);
        input.clear();
        framer.reset();
        makeRoom();
    }
}
