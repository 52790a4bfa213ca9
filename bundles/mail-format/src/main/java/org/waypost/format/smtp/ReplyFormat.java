package org.waypost.format.smtp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.waypost.format.text.Characters;
import org.waypost.mail.Reply;

/** Replies as bytes (RFC 5321 4.2, RFC 2034). */
public final class ReplyFormat {
    /** RFC 5321 4.5.3.1.5: 512 octets with the CRLF. */
    private static final int MAX_LINE = 510;

    private ReplyFormat() {}

    /**
     * The reply in UTF-8, with the enhanced status on each line. A control character becomes {@code ?};
     * a text too long for a line goes on in the next.
     */
    public static byte[] write(Reply r) {
        String status = r.status().map(s -> s + " ").orElse("");
        List<String> lines = r.text();
        int room = MAX_LINE - 4 - status.length();
        if (lines.stream().anyMatch(line -> Characters.octets(line) > room)) {
            lines = fitted(lines, room);
        }
        StringBuilder out = new StringBuilder(64);
        for (int i = 0; i < lines.size(); i++) {
            out.append(r.code()).append(i < lines.size() - 1 ? '-' : ' ').append(status)
                    .append(Characters.oneLine(lines.get(i))).append("\r\n");
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> fitted(List<String> lines, int room) {
        List<String> fitted = new ArrayList<>();
        for (String line : lines) {
            int start = 0;
            int octets = 0;
            for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
                int width = Characters.octets(Character.toString(line.codePointAt(i)));
                if (octets + width > room) {
                    fitted.add(line.substring(start, i));
                    start = i;
                    octets = 0;
                }
                octets += width;
            }
            fitted.add(line.substring(start));
        }
        return fitted;
    }
}
