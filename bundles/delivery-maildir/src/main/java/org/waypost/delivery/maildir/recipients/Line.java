package org.waypost.delivery.maildir.recipients;

import java.util.ArrayList;
import java.util.List;

/**
 * A logical line of a file.
 *
 * @param number of its first physical line, from 1
 * @param text without the comment, trimmed, not empty
 */
record Line(int number, String text) {
    /** Lines that are neither empty nor comments. */
    static List<Line> plain(String content) {
        return read(content, false);
    }

    /** As {@link #plain}, and a line that begins with white space continues the one before (Postfix). */
    static List<Line> continued(String content) {
        return read(content, true);
    }

    private static List<Line> read(String content, boolean continued) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String physical : content.split("\n", -1)) {
            number++;
            String text = physical.strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            if (continued && !lines.isEmpty() && Character.isWhitespace(physical.charAt(0))) {
                Line before = lines.remove(lines.size() - 1);
                lines.add(new Line(before.number, before.text + " " + text));
            } else {
                lines.add(new Line(number, text));
            }
        }
        return lines;
    }
}
