package org.waypost.format.smtp;

import java.util.Locale;
import java.util.Optional;
import org.waypost.format.text.Characters;

/**
 * The value of the ORCPT parameter: an address type, a semicolon, and an address in xtext (RFC 3461
 * 4.2) or, of the type {@code utf-8}, in the encoding of RFC 6533 3.
 */
public final class OriginalRecipient {
    /** RFC 3461 4.2, of the encoded value. */
    private static final int MAX_LENGTH = 500;
    private static final String UTF8_TYPE = "utf-8;";

    private OriginalRecipient() {}

    /**
     * The value with its address decoded, such as {@code rfc822;a+b@example.com} of {@code
     * rfc822;a+2Bb@example.com}.
     *
     * @return empty if it is malformed or not printable
     */
    public static Optional<String> decode(String value) {
        int end = value.indexOf(';') + 1;
        if (value.length() > MAX_LENGTH || end == value.length() || !isType(value, end - 1)) {
            return Optional.empty();
        }
        String encoded = value.substring(end);
        Optional<String> address = isUtf8(value) ? unescape(encoded) : Xtext.decode(encoded);
        return address.map(text -> value.substring(0, end) + text);
    }

    /**
     * What {@link #decode} reads.
     *
     * @param original with its type
     * @param international whether SMTPUTF8 is in force; otherwise the value is ASCII
     */
    public static String encode(String original, boolean international) {
        int end = original.indexOf(';') + 1;
        String address = original.substring(end);
        if (!isUtf8(original)) {
            return original.substring(0, end) + Xtext.encode(address);
        }
        return original.substring(0, end) + escape(address, international);
    }

    /** An address as utf-8-addr-xtext: ASCII, with {@code \x{…}} for what is not. */
    public static String escape(String address) {
        return escape(address, false);
    }

    private static String escape(String address, boolean international) {
        StringBuilder out = new StringBuilder(address.length() + 16);
        address.codePoints().forEach(c -> {
            if (isPlain(c) || c >= 0xA0 && international && !Characters.isUnsafe(c)) {
                out.appendCodePoint(c);
            } else {
                out.append("\\x{").append(c < 0x10 ? "0" : "").append(Integer.toHexString(c).toUpperCase(Locale.ROOT))
                        .append('}');
            }
        });
        return out.toString();
    }

    private static Optional<String> unescape(String encoded) {
        StringBuilder out = new StringBuilder(encoded.length());
        int i = 0;
        while (i < encoded.length()) {
            int c = encoded.codePointAt(i);
            if (encoded.startsWith("\\x{", i)) {
                int close = encoded.indexOf('}', i);
                c = close < 0 ? -1 : hex(encoded, i + 3, close);
                i = close + 1;
            } else if (isPlain(c) || c >= 0x80) {
                i += Character.charCount(c);
            } else {
                return Optional.empty();
            }
            if (c < 0 || Characters.isUnsafe(c)) {
                return Optional.empty();
            }
            out.appendCodePoint(c);
        }
        return Optional.of(out.toString());
    }

    private static int hex(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = "0123456789ABCDEF".indexOf(text.charAt(i));
            if (digit < 0 || i - from > 5) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return to > from && value <= Character.MAX_CODE_POINT ? value : -1;
    }

    private static boolean isPlain(int c) {
        return c > ' ' && c < 0x7F && c != '+' && c != '=' && c != '\\';
    }

    private static boolean isUtf8(String value) {
        return value.regionMatches(true, 0, UTF8_TYPE, 0, UTF8_TYPE.length());
    }

    private static boolean isType(String value, int end) {
        for (int i = 0; i < end; i++) {
            if (!Characters.isLetterOrDigit(value.charAt(i)) && value.charAt(i) != '-') {
                return false;
            }
        }
        return end > 0;
    }
}
