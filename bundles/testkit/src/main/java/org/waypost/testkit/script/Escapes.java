package org.waypost.testkit.script;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Text with {@code \r \n \t \0 \\ \xHH}, and back for messages. */
final class Escapes {
    private Escapes() {}

    static byte[] read(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int i = 0;
        while (i < text.length()) {
            if (text.charAt(i) != '\\') {
                int next = text.offsetByCodePoints(i, 1);
                out.writeBytes(text.substring(i, next).getBytes(StandardCharsets.UTF_8));
                i = next;
            } else if (text.startsWith("\\x", i) && i + 4 <= text.length()) {
                out.write(Integer.parseInt(text.substring(i + 2, i + 4), 16));
                i += 4;
            } else {
                out.write(simple(text, i + 1));
                i += 2;
            }
        }
        return out.toByteArray();
    }

    private static int simple(String text, int at) {
        int known = at < text.length() ? "rnt0\\".indexOf(text.charAt(at)) : -1;
        if (known < 0) {
            throw new IllegalArgumentException("unknown escape in '" + text + "'");
        }
        return "\r\n\t\0\\".charAt(known);
    }

    /** Printable, for a message. */
    static String show(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        for (char c : new String(bytes, StandardCharsets.UTF_8).toCharArray()) {
            int known = "\r\n\t\0\\".indexOf(c);
            out.append(known >= 0 ? "\\" + "rnt0\\".charAt(known) : c < ' ' ? String.format("\\x%02X", (int) c) : "" + c);
        }
        return out.toString();
    }
}
