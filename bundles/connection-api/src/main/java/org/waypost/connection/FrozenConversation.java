package org.waypost.connection;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;

/**
 * A conversation at rest, as data that outlives the code which wrote it.
 *
 * @param protocol such as {@code smtp}
 * @param version of the schema of {@code data}, 1 or more
 * @param data values of the JDK only: String, Number, Boolean, byte[], and lists and maps of these
 */
public record FrozenConversation(String protocol, int version, Map<String, Object> data) {
    public FrozenConversation {
        Objects.requireNonNull(protocol);
        if (version < 1) {
            throw new IllegalArgumentException("version " + version);
        }
        data = Map.copyOf(data);
        data.values().forEach(FrozenConversation::check);
    }

    private static void check(Object value) {
        if (value instanceof Collection<?> list) {
            list.forEach(FrozenConversation::check);
        } else if (value instanceof Map<?, ?> map) {
            map.keySet().forEach(FrozenConversation::check);
            map.values().forEach(FrozenConversation::check);
        } else if (!isPlain(value)) {
            throw new IllegalArgumentException("not plain JDK data: " + value.getClass());
        }
    }

    private static boolean isPlain(Object value) {
        return value instanceof String || value instanceof byte[] || value instanceof Boolean
                || value instanceof Integer || value instanceof Long;
    }
}
