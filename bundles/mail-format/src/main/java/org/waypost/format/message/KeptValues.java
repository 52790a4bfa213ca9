package org.waypost.format.message;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.waypost.format.text.Characters;

/** The first values of the fields that a scanner keeps, and the one that is coming in. */
final class KeptValues {
    private final Map<String, String> values = new TreeMap<>();
    private final byte[] value = new byte[HeaderScanner.MAX_VALUE];
    private int length;
    /** The field whose value is coming in, or empty. */
    private String current = "";

    void start(FieldName name) {
        current = "";
        length = 0;
        for (String kept : HeaderScanner.KEPT) {
            if (name.is(kept) && !values.containsKey(kept)) {
                current = kept;
            }
        }
    }

    void add(ByteBuffer part, int from, int to) {
        if (!current.isEmpty()) {
            int added = Math.min(to - from, value.length - length);
            part.get(from, value, length, added);
            length += added;
        }
    }

    void addSpace() {
        if (!current.isEmpty() && length < value.length) {
            value[length++] = ' ';
        }
    }

    /** The value has come in. */
    void end() {
        if (!current.isEmpty()) {
            String raw = new String(value, 0, length, StandardCharsets.UTF_8).replace("\r", "").replace("\n", "");
            values.put(current, Characters.oneLine(raw).strip());
            current = "";
        }
    }

    Optional<String> get(String lowerName) {
        return Optional.ofNullable(values.get(lowerName));
    }

    Map<String, Object> freeze() {
        return Map.of("values", Map.copyOf(values), "current", current, "value", Arrays.copyOf(value, length));
    }

    void thaw(Map<?, ?> frozen) {
        ((Map<?, ?>) frozen.get("values")).forEach((name, text) -> values.put((String) name, (String) text));
        current = (String) frozen.get("current");
        byte[] frozenValue = (byte[]) frozen.get("value");
        System.arraycopy(frozenValue, 0, value, 0, frozenValue.length);
        length = frozenValue.length;
    }
}
