package org.waypost.smtp.client.session;

import java.nio.ByteBuffer;

/**
 * Makes content fit for DATA, in pieces: a dot at the start of a line is doubled (RFC 5321 4.5.2), and
 * a CR or LF that stands alone becomes a line end, since it must not be sent (RFC 5321 2.3.8) and a
 * careless next hop might take what follows for the end of the data.
 */
final class DataEncoder {
    private boolean afterCr;
    private boolean lineStart = true;
    private byte[] out;
    private int length;

    /** @param piece consumed */
    ByteBuffer encode(ByteBuffer piece) {
        start(2 * piece.remaining() + 2);
        while (piece.hasRemaining()) {
            take(piece.get());
        }
        return ByteBuffer.wrap(out, 0, length);
    }

    /** All of a content with its end. */
    ByteBuffer encodeWhole(ByteBuffer content) {
        start(2 * content.remaining() + 7);
        while (content.hasRemaining()) {
            take(content.get());
        }
        end();
        return ByteBuffer.wrap(out, 0, length);
    }

    /** The end of the data, behind the last piece. */
    ByteBuffer finish() {
        start(7);
        end();
        return ByteBuffer.wrap(out, 0, length);
    }

    private void start(int capacity) {
        out = new byte[capacity];
        length = 0;
    }

    private void take(byte b) {
        if (afterCr) {
            afterCr = false;
            lineEnd();
            if (b == '\n') {
                return;
            }
        }
        if (b == '\r') {
            afterCr = true;
        } else if (b == '\n') {
            lineEnd();
        } else {
            if (lineStart && b == '.') {
                out[length++] = '.';
            }
            out[length++] = b;
            lineStart = false;
        }
    }

    private void end() {
        if (afterCr || !lineStart) {
            lineEnd();
        }
        out[length++] = '.';
        lineEnd();
    }

    private void lineEnd() {
        out[length++] = '\r';
        out[length++] = '\n';
        lineStart = true;
    }
}
