package org.waypost.metabase.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A pid that some component reads.
 *
 * @param factory whether each key of it is a configuration of its own
 * @param attributes by name, in the order of the description
 */
public record KeyType(String pid, boolean factory, Map<String, Attribute> attributes) {
    public KeyType {
        Objects.requireNonNull(pid);
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}
