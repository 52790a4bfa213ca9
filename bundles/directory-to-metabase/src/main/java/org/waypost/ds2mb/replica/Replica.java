package org.waypost.ds2mb.replica;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.waypost.directory.Entry;
import org.waypost.directory.Position;
import org.waypost.ds2mb.mapping.ConfigurationMapping;
import org.waypost.ds2mb.mapping.Surroundings;
import org.waypost.ds2mb.replica.Held.Flaw;
import org.waypost.settings.Standing;

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

    /** @param entry as the directory has it now, read with all attributes that are replicated */
    Standing standing(Entry entry, String serverName) {
        Optional<Held> held = Optional.ofNullable(objects.get(entry.id()));
        Optional<Flaw> flaw = Optional.ofNullable(flaws().get(entry.id()));
        if (held.isEmpty() || !replicated(held.get().current()).equals(replicated(entry))) {
            return new Standing(Standing.State.PENDING, "The change has not reached this server yet.");
        }
        if (flaw.isPresent()) {
            return new Standing(Standing.State.BROKEN, "It cannot be taken over: " + flaw.get().cause() + ".");
        }
        return isOfThis(entry, serverName) ? Standing.IN_FORCE
                : new Standing(Standing.State.ELSEWHERE, "It is for another server, which takes it over by itself.");
    }

    private boolean isOfThis(Entry entry, String serverName) {
        Surroundings here = new Surroundings(serverName, Assessment.servers(objects.values(), serverName), (pid, key) -> Optional.empty());
        return ConfigurationMapping.concerns(entry, here);
    }

    private static Map<String, List<String>> replicated(Entry entry) {
        Map<String, List<String>> attributes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        attributes.putAll(Intake.ordered(entry).attributes());
        Set<String> followed = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        followed.addAll(ConfigurationMapping.attributes());
        attributes.keySet().removeIf(name -> !followed.contains(name));
        return attributes;
    }
}
