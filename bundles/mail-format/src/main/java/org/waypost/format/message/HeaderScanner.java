package org.waypost.format.message;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.waypost.format.text.Characters;

/**
 * Looks at a message's header while its bytes pass, in parts of any size. It keeps the first value of
 * a few fields ({@link #KEPT}), each up to {@value #MAX_VALUE} octets, and counts the rest. A line ends
 * with LF, whether a CR stands before it or not, so that no odd line end hides a Received field.
 *
 * <p>The header is complete at its empty line, or before the first line that can be no field. For one
 * thread at a time; {@link #freeze} and {@link #thaw} carry it from one to another version of this
 * class in the middle of a message.
 */
public final class HeaderScanner {
    /** The fields of which {@link #field} knows the value, in lower case. */
    public static final List<String> KEPT = List.of("message-id", "subject", "from");
    /** Octets kept of a value. */
    public static final int MAX_VALUE = 998;

    private static final int NAME_ROOM = 16;

    private final Map<String, String> values = new TreeMap<>();
    private final byte[] name = new byte[NAME_ROOM];
    private final byte[] value = new byte[MAX_VALUE];
    private State state = State.LINE_START;
    private int nameLength;
    private int valueLength;
    private boolean keeping;
    private long seen;
    private long lineStart;
    private int fields;
    private int received;

    /** Where in the header the next byte stands. */
    private enum State {
        LINE_START,
        /** A CR at the beginning of a line. */
        EMPTY_LINE,
        NAME,
        /** White space between name and colon (RFC 5322 4.5). */
        NAME_END,
        VALUE,
        COMPLETE
    }

    /** Takes the next bytes of the message, from position to limit, and leaves both as they are. */
    public void feed(ByteBuffer part) {
        int i = part.position();
        int limit = part.limit();
        while (i < limit && state != State.COMPLETE) {
            if (state == State.VALUE) {
                int end = lineEnd(part, i, limit);
                inValue(part, i, end);
                i = end;
            } else {
                seen++;
                beforeValue(part.get(i++));
            }
        }
    }

    /** Behind the next LF, or the limit. */
    private static int lineEnd(ByteBuffer part, int from, int limit) {
        for (int i = from; i < limit; i++) {
            if (part.get(i) == '\n') {
                return i + 1;
            }
        }
        return limit;
    }

    private void inValue(ByteBuffer part, int from, int to) {
        seen += to - from;
        if (keeping) {
            int length = Math.min(to - from, MAX_VALUE - valueLength);
            part.get(from, value, valueLength, length);
            valueLength += length;
        }
        if (part.get(to - 1) == '\n') {
            state = State.LINE_START;
            lineStart = seen;
        }
    }

    private void beforeValue(byte b) {
        switch (state) {
            case LINE_START -> atLineStart(b);
            case EMPTY_LINE -> emptyLine(b);
            case NAME -> inName(b);
            default -> inNameEnd(b);
        }
    }

    private void atLineStart(byte b) {
        if ((b == ' ' || b == '\t') && fields > 0) {
            state = State.VALUE;
            keepSpace();
            return;
        }
        endField();
        if (b == '\r') {
            state = State.EMPTY_LINE;
        } else if (b == '\n') {
            state = State.COMPLETE;
            lineStart = seen;
        } else {
            nameLength = 0;
            state = State.NAME;
            inName(b);
        }
    }

    private void emptyLine(byte b) {
        if (b == '\n') {
            lineStart = seen;
        }
        state = State.COMPLETE;
    }

    private void inName(byte b) {
        if (b == ':') {
            startValue();
        } else if (b == ' ' || b == '\t') {
            state = nameLength > 0 ? State.NAME_END : State.COMPLETE;
        } else if (b <= ' ' || b == 0x7F) {
            state = State.COMPLETE;
        } else {
            if (nameLength < NAME_ROOM) {
                name[nameLength] = (byte) (b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b);
            }
            nameLength++;
        }
    }

    private void inNameEnd(byte b) {
        if (b == ':') {
            startValue();
        } else if (b != ' ' && b != '\t') {
            state = State.COMPLETE;
        }
    }

    private void startValue() {
        if (nameLength == 0) {
            state = State.COMPLETE;
            return;
        }
        state = State.VALUE;
        fields++;
        if (isName("received")) {
            received++;
        }
        keeping = false;
        for (String kept : KEPT) {
            keeping |= isName(kept) && !values.containsKey(kept);
        }
        valueLength = 0;
    }

    private boolean isName(String lowerName) {
        boolean same = nameLength == lowerName.length();
        for (int i = 0; same && i < nameLength; i++) {
            same = name[i] == lowerName.charAt(i);
        }
        return same;
    }

    /** White space at the beginning of a line goes on with the value. */
    private void keepSpace() {
        if (keeping && valueLength < MAX_VALUE) {
            value[valueLength++] = ' ';
        }
    }

    private void endField() {
        if (keeping) {
            values.put(new String(name, 0, nameLength, StandardCharsets.ISO_8859_1), keptValue());
            keeping = false;
        }
    }

    private String keptValue() {
        String raw = new String(value, 0, valueLength, StandardCharsets.UTF_8);
        return Characters.oneLine(raw.replace("\r", "").replace("\n", "")).strip();
    }

    /** How many Received fields were seen: the hops the message made. */
    public int receivedCount() {
        return received;
    }

    /** How many fields were seen. */
    public int fieldCount() {
        return fields;
    }

    /** Whether the end of the header was seen. A message may end before. */
    public boolean complete() {
        return state == State.COMPLETE;
    }

    /**
     * Octets of the header, with its empty line if it has one; of what was seen so far while it is not
     * {@linkplain #complete() complete}.
     */
    public long headerLength() {
        return state == State.COMPLETE ? lineStart : seen;
    }

    /**
     * The first value of one of the {@link #KEPT} fields, unfolded, not otherwise decoded, made harmless
     * for logs; empty if it was not seen or not yet to its end.
     */
    public Optional<String> field(String lowerName) {
        return Optional.ofNullable(values.get(lowerName));
    }

    /**
     * The state of a scan as data of the JDK alone, to be kept while this class is replaced. The scanner
     * may go on afterwards.
     */
    public Map<String, Object> freeze() {
        return Map.of("state", state.name(), "name", Arrays.copyOf(name, Math.min(nameLength, NAME_ROOM)), "nameLength", nameLength,
                "value", Arrays.copyOf(value, valueLength), "keeping", keeping, "seen", seen, "lineStart", lineStart,
                "fields", fields, "received", received, "values", Map.copyOf(values));
    }

    /**
     * Goes on where {@link #freeze} left off.
     *
     * @throws IllegalArgumentException if the map was not written by a version of {@code freeze} known here
     */
    public static HeaderScanner thaw(Map<String, Object> frozen) {
        HeaderScanner scanner = new HeaderScanner();
        try {
            scanner.restore(frozen);
        } catch (ClassCastException | NullPointerException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("not a frozen header scanner", e);
        }
        return scanner;
    }

    private void restore(Map<String, Object> frozen) {
        state = State.valueOf((String) frozen.get("state"));
        byte[] frozenName = (byte[]) frozen.get("name");
        System.arraycopy(frozenName, 0, name, 0, frozenName.length);
        nameLength = (Integer) frozen.get("nameLength");
        byte[] frozenValue = (byte[]) frozen.get("value");
        System.arraycopy(frozenValue, 0, value, 0, frozenValue.length);
        valueLength = frozenValue.length;
        keeping = (Boolean) frozen.get("keeping");
        seen = (Long) frozen.get("seen");
        lineStart = (Long) frozen.get("lineStart");
        fields = (Integer) frozen.get("fields");
        received = (Integer) frozen.get("received");
        ((Map<?, ?>) frozen.get("values")).forEach((key, text) -> values.put((String) key, (String) text));
    }
}
