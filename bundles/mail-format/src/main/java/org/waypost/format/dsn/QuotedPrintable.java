package org.waypost.format.dsn;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.james.mime4j.codec.EncoderUtil;

/** Text that may have to be encoded to pass a 7-bit transport. */
final class QuotedPrintable {
    /** RFC 5322 2.1.1. */
    private static final int MAX_LINE = 998;

    private QuotedPrintable() {}

    /** Whether the text is fit for {@code 7bit} as it is (RFC 2045 2.7). */
    static boolean isPlain(byte[] text) {
        return isPlain(text, false);
    }

    /** Whether the text is fit for {@code 7bit} or {@code 8bit} as it is (RFC 2045 2.8). */
    static boolean isPlain(byte[] text, boolean eightBit) {
        int column = 0;
        for (int i = 0; i < text.length; i++) {
            if (isLineEnd(text, i)) {
                i++;
                column = 0;
            } else if (text[i] == 0 || text[i] < 0 && !eightBit || text[i] == '\r' || text[i] == '\n' || ++column > MAX_LINE) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLineEnd(byte[] text, int at) {
        return text[at] == '\r' && at + 1 < text.length && text[at + 1] == '\n';
    }

    static byte[] encode(byte[] text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length * 3 / 2);
        try {
            EncoderUtil.encodeQ(new ByteArrayInputStream(text), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
