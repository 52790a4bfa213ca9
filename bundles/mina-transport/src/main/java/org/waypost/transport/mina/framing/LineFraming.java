package org.waypost.transport.mina.framing;

import org.waypost.connection.Unit;

/**
 * Cuts input into lines. A line ends with LF; whether CR stood before it is told, for the protocol to
 * judge. What is longer than wanted is thrown away as it comes, so it never fills the memory.
 */
final class LineFraming {
    private static final byte[] EMPTY = new byte[0];

    /** Bytes at the start of the input that were looked at and hold no LF. */
    private int scanned;
    private boolean tooLong;
    private boolean bareCr;
    private boolean lastWasCr;

    /** The next line, or null while it is not complete. */
    Unit.Line next(InputBuffer input, int maxLength) {
        byte[] bytes = input.array();
        int end = input.end();
        for (int at = input.start() + scanned; at < end; at++) {
            byte b = bytes[at];
            if (b == '\n') {
                return line(input, at - input.start(), maxLength);
            }
            bareCr |= lastWasCr;
            lastWasCr = b == '\r';
        }
        scanned = input.size();
        if (tooLong || scanned > maxLength + 1 || scanned == maxLength + 1 && !lastWasCr) {
            tooLong = true;
            input.clear();
            scanned = 0;
        }
        return null;
    }

    private Unit.Line line(InputBuffer input, int lengthWithCr, int maxLength) {
        int length = lastWasCr && lengthWithCr > 0 ? lengthWithCr - 1 : lengthWithCr;
        boolean isTooLong = tooLong || length > maxLength;
        boolean bare = bareCr || !lastWasCr;
        byte[] content = EMPTY;
        if (isTooLong) {
            input.skip(lengthWithCr + 1);
        } else {
            content = input.take(length);
            input.skip(lengthWithCr - length + 1);
        }
        reset();
        return new Unit.Line(content, isTooLong, bare);
    }

    void reset() {
        scanned = 0;
        tooLong = false;
        bareCr = false;
        lastWasCr = false;
    }
}
