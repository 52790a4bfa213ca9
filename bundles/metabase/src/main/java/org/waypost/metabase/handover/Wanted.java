package org.waypost.metabase.handover;

import java.util.Map;
import java.util.Objects;
import org.waypost.metabase.MetabaseKey;

/**
 * A configuration that there should be.
 *
 * @param pid of the component, or of the factory
 * @param factory whether there may be several; then the key's name tells them apart
 * @param properties texts, whole numbers, flags and arrays of texts
 */
public record Wanted(MetabaseKey key, String pid, boolean factory, Map<String, Object> properties) {
    public Wanted {
        Objects.requireNonNull(key);
        Objects.requireNonNull(pid);
        properties = Map.copyOf(properties);
    }

    /** As Configuration Admin has it. */
    public String configurationPid() {
        return factory ? pid + "~" + key.name() : pid;
    }
}
