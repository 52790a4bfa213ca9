package org.waypost.format.message;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    private final FieldName name = new FieldName();
    private final KeptValues values = new KeptValues();
    private State state = State.LINE_START;
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
        values.add(part, from, to);
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
            values.addSpace();
            return;
        }
        values.end();
        if (b == '\r') {
            state = State.EMPTY_LINE;
        } else if (b == '\n') {
            state = State.COMPLETE;
            lineStart = seen;
        } else {
            name.clear();
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
            state = name.isEmpty() ? State.COMPLETE : State.NAME_END;
        } else if (b < ' ' || b == 0x7F) { // also the octets beyond ASCII, which are negative
            state = State.COMPLETE;
        } else {
            name.add(b);
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
        if (name.isEmpty()) {
            state = State.COMPLETE;
            return;
        }
        state = State.VALUE;
        fields++;
        if (name.is("received")) {
            received++;
        }
        values.start(name);
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
        return values.get(lowerName);
    }

    /**
     * The state of a scan as data of the JDK alone, to be kept while this class is replaced. The scanner
     * may go on afterwards.
     */
    public Map<String, Object> freeze() {
        return Map.of("state", state.name(), "name", name.freeze(), "kept", values.freeze(), "seen", seen, "lineStart", lineStart,
                "fields", fields, "received", received);
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
        name.thaw((byte[]) frozen.get("name"));
        values.thaw((Map<?, ?>) frozen.get("kept"));
        seen = (Long) frozen.get("seen");
        lineStart = (Long) frozen.get("lineStart");
        fields = (Integer) frozen.get("fields");
        received = (Integer) frozen.get("received");
    }
}
