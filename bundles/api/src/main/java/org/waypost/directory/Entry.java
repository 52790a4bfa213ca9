package org.waypost.directory;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * An entry as it was read. Attribute names compare without regard to case; values that are not text are left out.
 *
 * @param dn its distinguished name, as the server writes it
 * @param id its {@code entryUUID} or {@code objectGUID}, which stays when the entry is renamed
 * @param attributes those asked for that it has; each with at least one value
 */
public record Entry(String dn, UUID id, Map<String, List<String>> attributes) {
    public Entry {
        Objects.requireNonNull(dn);
        Objects.requireNonNull(id);
        TreeMap<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        attributes.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        attributes = Collections.unmodifiableMap(copy);
    }

    /** All values; empty if it has none. */
    public List<String> values(String attribute) {
        return attributes.getOrDefault(attribute, List.of());
    }

    /** The only or first value. */
    public Optional<String> value(String attribute) {
        return values(attribute).stream().findFirst();
    }

    /** Whether it is of that object class. */
    public boolean isA(String objectClass) {
        return values("objectClass").stream().anyMatch(objectClass::equalsIgnoreCase);
    }

    /** Whether a Boolean attribute (RFC 4517 3.3.3) is TRUE. */
    public boolean isTrue(String attribute) {
        return value(attribute).map("TRUE"::equalsIgnoreCase).orElse(false);
    }
}
