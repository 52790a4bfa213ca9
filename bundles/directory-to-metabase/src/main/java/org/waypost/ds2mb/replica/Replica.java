package org.waypost.ds2mb.replica;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.waypost.directory.Position;
import org.waypost.ds2mb.replica.Held.Flaw;

/**
 * What has been replicated, as the metabase has it.
 *
 * @param objects all that are followed
 * @param conflicts objects that stand for a key that another one has
 * @param published properties with an owner, and the types of keys
 * @param inForce how many objects stand for something here
 * @param position up to which the directory was followed
 */
record Replica(SortedMap<UUID, Held> objects, SortedMap<UUID, Flaw> conflicts, SortedMap<Place, Owned> published, int inForce,
        Optional<Position> position) {
    static final Replica NOTHING =
            new Replica(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), 0, Optional.empty());

    Replica {
        objects = Collections.unmodifiableSortedMap(objects);
        conflicts = Collections.unmodifiableSortedMap(conflicts);
        published = Collections.unmodifiableSortedMap(published);
    }

    Replica at(Optional<Position> reached) {
        return new Replica(objects, conflicts, published, inForce, reached);
    }

    /** All objects that are not as the directory has them, and why. */
    SortedMap<UUID, Flaw> flaws() {
        SortedMap<UUID, Flaw> flaws = new TreeMap<>(conflicts);
        objects.forEach((id, held) -> held.flaw().ifPresent(flaw -> flaws.put(id, flaw)));
        return flaws;
    }
}
