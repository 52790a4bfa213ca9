package org.waypost.ds2mb.replica;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.waypost.directory.Position;
import org.waypost.metabase.MetabaseKey;

/**
 * A write about to be made.
 *
 * @param seen the objects as they were seen, not assessed
 * @param position that it leads to
 */
record Step(SortedMap<UUID, Held> seen, Assessment assessment, Target target, Plan plan, Optional<Position> position) {
    /**
     * Whose part in a key the metabase will not have: those that changed, or else all. Each is blamed once.
     *
     * @param before the objects as they were written last
     */
    List<Held> blamed(MetabaseKey key, SortedMap<UUID, Held> before, Refusals refusals) {
        List<UUID> candidates = target.sources().getOrDefault(key, Set.of()).stream()
                .filter(id -> refusals.of(seen.get(id).current()).isEmpty()).toList();
        List<UUID> changed = candidates.stream().filter(id -> isChanged(id, before)).toList();
        return (changed.isEmpty() ? candidates : changed).stream().map(seen::get).toList();
    }

    private boolean isChanged(UUID id, SortedMap<UUID, Held> before) {
        return !before.containsKey(id) || !before.get(id).current().equals(seen.get(id).current());
    }
}
