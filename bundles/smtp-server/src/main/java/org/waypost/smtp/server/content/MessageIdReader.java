package org.waypost.smtp.server.content;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Keeps the value of the first Message-ID field of a header that comes in pieces. Can be frozen between any two bytes. */
final class MessageIdReader {
    private static final byte[] FIELD = {'m', 'e', 's', 's', 'a', 'g', 'e', '-', 'i', 'd', ':'};
    private static final int OTHER_LINE = -1;
    /** RFC 5322 2.1.1. */
    private static final int MAX = 998;

    private static final int USUAL = 96;

    private byte[] value = {};
    private int length;
    private Place place = Place.NAME;
    /** How much of the field name this line matched, or {@link #OTHER_LINE}. */
    private int matched;

    private enum Place {
        NAME,
        VALUE,
        /** At the start of the line behind the value, which may be the rest of it. */
        NEXT_LINE,
        COMPLETE
    }

    /** Does not change the buffer's position. */
    void feed(ByteBuffer bytes) {
        for (int i = bytes.position(); i < bytes.limit() && place != Place.COMPLETE; i++) {
            byte b = bytes.get(i);
            if (matched != OTHER_LINE || b == '\n') {
                step(b);
            }
        }
    }

    /** With its angle brackets; empty if there is none. */
    String value() {
        String text = new String(value, 0, length, StandardCharsets.UTF_8).strip();
        int end = text.indexOf('>');
        return text.startsWith("<") && end > 0 ? text.substring(0, end + 1) : text;
    }

    private void step(byte b) {
        switch (place) {
            case NAME -> name(b);
            case VALUE -> value(b);
            default -> place = b == ' ' || b == '\t' ? Place.VALUE : Place.COMPLETE;
        }
    }

    private void name(byte b) {
        if (matched == 0 && (b == '\r' || b == '\n')) {
            place = Place.COMPLETE;
        } else if (b == '\n') {
            matched = 0;
        } else if (matched != OTHER_LINE) {
            int lower = b >= 'A' && b <= 'Z' ? b + 32 : b;
            matched = lower == FIELD[matched] ? matched + 1 : OTHER_LINE;
            place = matched == FIELD.length ? Place.VALUE : Place.NAME;
        }
    }

    private void value(byte b) {
        if (b == '\n') {
            place = Place.NEXT_LINE;
        } else if (b != '\r' && length < MAX) {
            value = length == value.length ? Arrays.copyOf(value, Math.max(USUAL, 2 * length)) : value;
            value[length++] = b;
        }
    }

    Map<String, Object> freeze() {
        return Map.of("place", place.name(), "matched", matched, "value", Arrays.copyOf(value, length));
    }

    static MessageIdReader thaw(Map<?, ?> frozen) {
        MessageIdReader reader = new MessageIdReader();
        reader.place = Place.valueOf((String) frozen.get("place"));
        reader.matched = (Integer) frozen.get("matched");
        reader.value = (byte[]) frozen.get("value");
        reader.length = reader.value.length;
        return reader;
    }
}
