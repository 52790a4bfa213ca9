package org.waypost.transport.mina.framing;

import java.nio.ByteBuffer;
import org.waypost.connection.Unit;
import org.waypost.connection.Want;

/**
 * Undoes dot stuffing (RFC 5321 4.5.2). Only CRLF "." CRLF ends the data: a bare CR or LF is never a line
 * end here, whatever stands around it, so no peer can smuggle a second message past a laxer neighbour.
 * The state survives between parts and across every split of the input.
 */
final class DotStuffedFraming {
    private enum State {
        /** After CRLF, or at the very start. */
        LINE_START,
        IN_LINE,
        /** A CR was taken and not yet given out. */
        CR,
        /** A dot was taken at the start of a line. */
        DOT,
        /** A dot and a CR were taken at the start of a line. */
        DOT_CR
    }

    private State state = State.LINE_START;
    /** The LF of a CRLF for which the last part had no more room. */
    private boolean lfOwed;

    private byte[] part;
    private int filled;
    private boolean bare;

    /** The next part, or null while there is nothing to give. */
    Unit.Part next(InputBuffer input, Want.DotStuffed want) {
        if (input.size() == 0 && !lfOwed) {
            return null;
        }
        part = new byte[Math.min(want.maxPart(), input.size() + 2)];
        filled = 0;
        bare = false;
        payDebt();
        boolean last = decode(input, want.mendBareLineEnds());
        Unit.Part result = filled == 0 && !last
                ? null : new Unit.Part(ByteBuffer.wrap(part, 0, filled), last, bare);
        part = null;
        if (last) {
            reset();
        }
        return result;
    }

    private boolean decode(InputBuffer input, boolean mend) {
        byte[] in = input.array();
        int at = input.start();
        int end = input.end();
        boolean last = false;
        while (at < end && filled < part.length && !last) {
            if (state == State.IN_LINE) {
                int stop = endOfRun(in, at, Math.min(end, at + part.length - filled));
                System.arraycopy(in, at, part, filled, stop - at);
                filled += stop - at;
                at = stop;
                if (at < end && filled < part.length && isLineEnd(in[at])) {
                    lineEnd(in[at++], mend);
                }
            } else if (takes(in[at], mend)) {
                last = state == State.DOT_CR;
                at++;
                advance();
            }
        }
        input.skip(at - input.start());
        return last;
    }

    private static int endOfRun(byte[] in, int from, int limit) {
        int at = from;
        while (at < limit && !isLineEnd(in[at])) {
            at++;
        }
        return at;
    }

    private static boolean isLineEnd(byte b) {
        return b == '\r' || b == '\n';
    }

    private void lineEnd(byte b, boolean mend) {
        if (b == '\r') {
            state = State.CR;
        } else {
            bareLineEnd((byte) '\n', mend);
        }
    }

    /** Whether the byte belongs to what the state waits for; if not, the state falls back to the inside of a line. */
    private boolean takes(byte b, boolean mend) {
        boolean expected = switch (state) {
            case LINE_START -> b == '.';
            case DOT -> b == '\r';
            default -> b == '\n';
        };
        if (!expected) {
            if (state == State.CR || state == State.DOT_CR) {
                bareLineEnd((byte) '\r', mend);
            }
            state = State.IN_LINE;
        }
        return expected;
    }

    private void advance() {
        state = switch (state) {
            case LINE_START -> State.DOT;
            case DOT -> State.DOT_CR;
            default -> {
                if (state == State.CR) {
                    putCrLf();
                }
                yield State.LINE_START;
            }
        };
    }

    private void bareLineEnd(byte b, boolean mend) {
        bare = true;
        if (mend) {
            putCrLf();
        } else {
            part[filled++] = b;
        }
    }

    private void putCrLf() {
        part[filled++] = '\r';
        lfOwed = true;
        payDebt();
    }

    private void payDebt() {
        if (lfOwed && filled < part.length) {
            part[filled++] = '\n';
            lfOwed = false;
        }
    }

    void reset() {
        state = State.LINE_START;
        lfOwed = false;
    }
}
