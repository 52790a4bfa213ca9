package org.waypost.smtp.server.content;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Adds the fields that a header lacks, at its end, while the message passes in parts of any size. Nothing is held
 * back but the beginning of a line that may be a field: up to its colon, so that a message whose header ends
 * without an empty line gets the fields, and the empty line, before what comes instead.
 */
public final class HeaderCompletion {
    /** RFC 5322 2.1.1. */
    private static final int MAX_LINE = 998;
    private static final String CRLF = "\r\n";

    private final Map<String, String> missing = new LinkedHashMap<>();
    private final ByteArrayOutputStream name = new ByteArrayOutputStream(0);
    private Place place = Place.LINE_START;
    private boolean fields;

    /** Where in the message the next octet stands. */
    private enum Place {
        LINE_START,
        NAME,
        /** White space between name and colon (RFC 5322 4.5). */
        NAME_END,
        VALUE,
        BODY
    }

    /** @param wanted fields with their CRLF, in order, by their names in lower case */
    public HeaderCompletion(Map<String, String> wanted) {
        missing.putAll(wanted);
    }

    /** What is to be stored of a part, and before it. */
    List<ByteBuffer> pass(ByteBuffer part) {
        if (place == Place.BODY) {
            return List.of(part);
        }
        List<ByteBuffer> out = new ArrayList<>(3);
        int line = part.position();
        for (int i = part.position(); i < part.limit(); i++) {
            if (place == Place.LINE_START) {
                line = i;
            }
            Place before = place;
            place = next(part.get(i), name.size() + i - line);
            if (place == Place.BODY) {
                boolean emptyLine = before == Place.LINE_START && (part.get(i) == '\r' || part.get(i) == '\n');
                headerEnds(part, line, emptyLine, out);
                return out;
            } else if (place == Place.VALUE && isName(before)) {
                nameEnds(part, line, i, out);
            }
        }
        int undecided = isName(place) ? line : part.limit();
        out.add(between(part, part.position(), undecided));
        name.write(part.array(), part.arrayOffset() + undecided, part.limit() - undecided);
        return out;
    }

    private static boolean isName(Place where) {
        return where == Place.NAME || where == Place.NAME_END;
    }

    private void headerEnds(ByteBuffer part, int line, boolean emptyLine, List<ByteBuffer> out) {
        out.add(between(part, part.position(), line));
        out.add(missing(!emptyLine));
        release(out, name.size());
        out.add(between(part, line, part.limit()));
    }

    /** What was held back of the name came in earlier parts; the rest of it is still in this one. */
    private void nameEnds(ByteBuffer part, int line, int colon, List<ByteBuffer> out) {
        int held = name.size();
        name.write(part.array(), part.arrayOffset() + line, colon - line);
        fields = true;
        missing.remove(name.toString(StandardCharsets.US_ASCII).strip().toLowerCase(Locale.ROOT));
        release(out, held);
    }

    private Place next(byte b, int length) {
        return switch (place) {
            case LINE_START -> atLineStart(b);
            case NAME -> b == ':' ? Place.VALUE : b == ' ' || b == '\t' ? Place.NAME_END
                    : b < ' ' || b == 0x7F || length >= MAX_LINE ? Place.BODY : Place.NAME;
            case NAME_END -> b == ':' ? Place.VALUE : (b == ' ' || b == '\t') && length < MAX_LINE ? Place.NAME_END : Place.BODY;
            case VALUE -> b == '\n' ? Place.LINE_START : Place.VALUE;
            case BODY -> Place.BODY;
        };
    }

    private Place atLineStart(byte b) {
        if (b == ' ' || b == '\t') {
            return fields ? Place.VALUE : Place.BODY;
        }
        // An octet beyond ASCII is negative.
        return b <= ' ' || b == ':' || b == 0x7F ? Place.BODY : Place.NAME;
    }

    private void release(List<ByteBuffer> out, int octets) {
        if (octets > 0) {
            out.add(ByteBuffer.wrap(name.toByteArray(), 0, octets).slice());
        }
        name.reset();
    }

    private ByteBuffer missing(boolean emptyLine) {
        String text = String.join("", missing.values()) + (emptyLine ? CRLF : "");
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ByteBuffer between(ByteBuffer part, int from, int to) {
        return part.slice(from, to - from);
    }

    /** What is to be stored when the message ends: the header may not have. */
    List<ByteBuffer> end() {
        List<ByteBuffer> out = new ArrayList<>(2);
        if (place == Place.VALUE) {
            out.add(ByteBuffer.wrap(CRLF.getBytes(StandardCharsets.US_ASCII)));
        }
        if (place != Place.BODY) {
            out.add(missing(isName(place)));
            release(out, name.size());
            place = Place.BODY;
        }
        return out;
    }

    Map<String, Object> freeze() {
        return Map.of("place", place.name(), "fields", fields, "name", name.toByteArray(), "missing",
                List.copyOf(missing.keySet()), "texts", List.copyOf(missing.values()));
    }

    static HeaderCompletion thaw(Map<?, ?> frozen) {
        Map<String, String> missing = new LinkedHashMap<>();
        List<?> names = (List<?>) frozen.get("missing");
        for (int i = 0; i < names.size(); i++) {
            missing.put((String) names.get(i), (String) ((List<?>) frozen.get("texts")).get(i));
        }
        HeaderCompletion completion = new HeaderCompletion(missing);
        completion.place = Place.valueOf((String) frozen.get("place"));
        completion.fields = (Boolean) frozen.get("fields");
        completion.name.writeBytes((byte[]) frozen.get("name"));
        return completion;
    }
}
