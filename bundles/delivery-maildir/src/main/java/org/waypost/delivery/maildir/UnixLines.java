package org.waypost.delivery.maildir;

import java.nio.ByteBuffer;

/** Turns CRLF into LF, the line end of files, over parts split anywhere. A CR that no LF follows stays. */
final class UnixLines {
    private static final byte CR = '\r';
    private static final byte LF = '\n';

    private boolean heldCr;

    /** A new buffer with the part's octets, without the CR of each CRLF; a CR at its end is held back. */
    ByteBuffer convert(ByteBuffer part) {
        ByteBuffer out = ByteBuffer.allocate(part.remaining() + 1);
        while (part.hasRemaining()) {
            byte b = part.get();
            if (heldCr && b != LF) {
                out.put(CR);
            }
            heldCr = b == CR;
            if (!heldCr) {
                out.put(b);
            }
        }
        return out.flip();
    }

    /** What was held back. */
    ByteBuffer end() {
        return heldCr ? ByteBuffer.wrap(new byte[] {CR}) : ByteBuffer.allocate(0);
    }
}
