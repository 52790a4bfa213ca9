package org.waypost.ds2mb.replica;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.waypost.directory.Entry;

/** Versions of objects that the metabase would not have. One thread at a time. */
final class Refusals {
    private record Refused(Entry entry, String reason) {}

    private final Map<UUID, Refused> refused = new HashMap<>();

    Optional<String> of(Entry entry) {
        return Optional.ofNullable(refused.get(entry.id())).filter(each -> each.entry().equals(entry)).map(Refused::reason);
    }

    void add(Entry entry, String reason) {
        refused.put(entry.id(), new Refused(entry, reason));
    }

    void keepOnly(Collection<UUID> ids) {
        refused.keySet().retainAll(ids);
    }
}
