package org.waypost.link.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message in lines short enough for the arguments of an SMTP verb: {@code CHUNK={...}} and, as the last,
 * {@code LAST CHUNK={...}}. The text of the message is what stands between the braces. Puts together what comes in; one
 * for each connection, one thread at a time. After a bad line nothing that was collected counts.
 */
public final class Chunks {
    /** Octets of the longest line, with room for the verb and CRLF to make up 1,024. */
    public static final int MAX_LINE = 1_000;

    private static final String MORE = "CHUNK={";
    private static final String LAST = "LAST CHUNK={";
    private static final char END = '}';
    private static final int MAX_PART = MAX_LINE - LAST.length() - 1;

    private final StringBuilder collected = new StringBuilder();

    public static List<String> split(Message message) {
        String text = MessageCodec.write(message);
        List<String> lines = new ArrayList<>();
        int begin = 0;
        for (; text.length() - begin > MAX_PART; begin += MAX_PART) {
            lines.add(MORE + text.substring(begin, begin + MAX_PART) + END);
        }
        lines.add(LAST + text.substring(begin) + END);
        return lines;
    }

    /** @param line without CRLF @return empty if the message goes on */
    public Optional<Decoded<Message>> line(String line) {
        boolean last = line.startsWith(LAST);
        String head = last ? LAST : MORE;
        if (line.length() > MAX_LINE || !line.startsWith(head) || line.charAt(line.length() - 1) != END) {
            return bad("not a chunk");
        }
        collected.append(line, head.length(), line.length() - 1);
        if (collected.length() > MessageCodec.MAX_TEXT) {
            return bad("more than " + MessageCodec.MAX_TEXT + " characters");
        }
        if (!last) {
            return Optional.empty();
        }
        String text = collected.toString();
        collected.setLength(0);
        return Optional.of(MessageCodec.read(text));
    }

    private Optional<Decoded<Message>> bad(String reason) {
        collected.setLength(0);
        return Optional.of(new Decoded.Bad<>(reason));
    }
}
