package org.waypost.connection;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A conversation at rest, as data that outlives the code which wrote it.
 *
 * @param protocol such as {@code smtp}
 * @param version of the schema of {@code data}, 1 or more
 * @param data String, Integer, Long, Boolean, byte[], and lists and maps (with text keys) of these;
 *     copied, except for the arrays
 */
public record FrozenConversation(String protocol, int version, Map<String, Object> data) {
    public FrozenConversation {
        Objects.requireNonNull(protocol);
        if (version < 1) {
            throw new IllegalArgumentException("version " + version);
        }
        data = plainMap(data);
    }

    /** Copies all the way down: a list or map of a class of the protocol would hold its code. */
    private static Object plain(Object value) {
        if (value instanceof Collection<?> list) {
            return list.stream().map(FrozenConversation::plain).toList();
        }
        if (value instanceof Map<?, ?> map) {
            return plainMap(map);
        }
        if (!isPlain(value)) {
            throw new IllegalArgumentException("not plain JDK data: " + (value == null ? null : value.getClass()));
        }
        return value;
    }

    private static Map<String, Object> plainMap(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new IllegalArgumentException("not a text key: " + key);
            }
            copy.put(name, plain(value));
        });
        return Collections.unmodifiableMap(copy);
    }

    private static boolean isPlain(Object value) {
        return value instanceof String || value instanceof byte[] || value instanceof Boolean
                || value instanceof Integer || value instanceof Long;
    }
}
