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
        take(piece);
        return ByteBuffer.wrap(out, 0, length);
    }

    /** All of a content with its end. */
    ByteBuffer encodeWhole(ByteBuffer content) {
        start(2 * content.remaining() + 7);
        take(content);
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

    /** Copies what stands between line ends as a whole: this sees every octet that is sent. */
    private void take(ByteBuffer piece) {
        byte[] in = new byte[piece.remaining()];
        piece.get(in);
        int at = 0;
        while (at < in.length) {
            int end = at;
            while (end < in.length && in[end] != '\r' && in[end] != '\n') {
                end++;
            }
            if (end > at) {
                text(in, at, end);
                at = end;
            } else {
                lineBreak(in[at++]);
            }
        }
    }

    private void text(byte[] in, int from, int to) {
        if (afterCr) {
            lineEnd();
        }
        if (lineStart && in[from] == '.') {
            out[length++] = '.';
        }
        System.arraycopy(in, from, out, length, to - from);
        length += to - from;
        lineStart = false;
    }

    private void lineBreak(byte b) {
        if (b == '\n' || afterCr) {
            lineEnd();
        }
        afterCr = b == '\r';
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
        afterCr = false;
    }
}
