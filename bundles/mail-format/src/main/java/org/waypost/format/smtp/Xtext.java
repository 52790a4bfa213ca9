package org.waypost.format.smtp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.waypost.format.text.Characters;
import org.waypost.format.text.Utf8;

/** The encoding of parameter values of RFC 3461 4, over UTF-8. */
public final class Xtext {
    private static final String HEX = "0123456789ABCDEF";

    private Xtext() {}

    public static String encode(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b > ' ' && b < 0x7F && b != '+' && b != '=') {
                out.append((char) b);
            } else {
                out.append('+').append(HEX.charAt((b & 0xF0) >> 4)).append(HEX.charAt(b & 0x0F));
            }
        }
        return out.toString();
    }

    /**
     * @return empty if the text is no xtext, or if what it stands for is not printable as RFC 3461 4.2
     *     and 4.4 demand of ORCPT and ENVID
     */
    public static Optional<String> decode(String xtext) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(xtext.length());
        for (int i = 0; i < xtext.length(); i++) {
            char c = xtext.charAt(i);
            if (c <= ' ' || c >= 0x7F || c == '=') {
                return Optional.empty();
            }
            if (c == '+') {
                int value = i + 2 < xtext.length() ? hex(xtext.charAt(i + 1), xtext.charAt(i + 2)) : -1;
                if (value < 0) {
                    return Optional.empty();
                }
                bytes.write(value);
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        return Utf8.decode(bytes.toByteArray()).filter(text -> text.codePoints().noneMatch(Characters::isUnsafe));
    }

    private static int hex(char high, char low) {
        int h = HEX.indexOf(high);
        int l = HEX.indexOf(low);
        return h < 0 || l < 0 ? -1 : h << 4 | l;
    }
}
