package org.waypost.http.filter;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Percent-encoding of UTF-8 (RFC 3986 2.1), read strictly. */
public final class Percent {
    private Percent() {
    }

    /** Empty if it has a bad escape, is not UTF-8, or has raw characters that a URI has not. A plus stays one. */
    public static Optional<String> decode(String text) {
        ByteBuffer octets = ByteBuffer.allocate(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c > '~' || c == '%' && !isEscape(text, i)) {
                return Optional.empty();
            }
            octets.put(c == '%' ? (byte) Integer.parseInt(text, i + 1, i + 3, 16) : (byte) c);
            i += c == '%' ? 2 : 0;
        }
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(octets.flip()).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Whether decoding it would change it. */
    static boolean isEncoded(String text) {
        for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
            if (isEscape(text, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length() && isHex(text.charAt(at + 1)) && isHex(text.charAt(at + 2));
    }

    private static boolean isHex(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }
}
