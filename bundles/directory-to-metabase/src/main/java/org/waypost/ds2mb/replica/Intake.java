package org.waypost.ds2mb.replica;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.waypost.directory.ChangeBatch;
import org.waypost.directory.DirectoryChange;
import org.waypost.directory.Entry;
import org.waypost.ds2mb.mapping.Names;

/**
 * Gathers changes until they make a whole: changes as they happen are one at once, a comparison when it ends, so that
 * nothing is half compared in the metabase. Bounded by the number of objects of the configuration. One thread at a time.
 */
final class Intake {
    private SortedMap<UUID, Held> compared = new TreeMap<>();
    private final Set<UUID> mentioned = new HashSet<>();

    /**
     * @param objects as they are held
     * @return what they become, not assessed yet; empty within a comparison
     */
    Optional<SortedMap<UUID, Held>> take(ChangeBatch batch, SortedMap<UUID, Held> objects) {
        if (batch.kind() == ChangeBatch.Kind.CHANGES) {
            SortedMap<UUID, Held> next = new TreeMap<>(objects);
            batch.changes().forEach(change -> apply(change, next));
            return Optional.of(next);
        }
        if (batch.kind() == ChangeBatch.Kind.COMPARISON_BEGINS) {
            compared = new TreeMap<>(objects);
            mentioned.clear();
        }
        batch.changes().forEach(this::compare);
        if (batch.kind() != ChangeBatch.Kind.COMPARISON_ENDS) {
            return Optional.empty();
        }
        SortedMap<UUID, Held> next = compared;
        next.keySet().retainAll(mentioned);
        compared = new TreeMap<>();
        mentioned.clear();
        return Optional.of(next);
    }

    private void compare(DirectoryChange change) {
        if (change instanceof DirectoryChange.Deleted) {
            mentioned.remove(change.id());
        } else {
            mentioned.add(change.id());
        }
        apply(change, compared);
    }

    private static void apply(DirectoryChange change, SortedMap<UUID, Held> objects) {
        if (change instanceof DirectoryChange.Changed changed) {
            Optional<Held> before = Optional.ofNullable(objects.get(change.id()));
            objects.put(change.id(), Held.seen(ordered(changed.entry()), before));
            before.filter(held -> !held.current().dn().equals(changed.entry().dn()))
                    .ifPresent(held -> move(objects, held.current().dn(), changed.entry().dn()));
        } else if (change instanceof DirectoryChange.Deleted) {
            objects.remove(change.id());
        }
    }

    /** Of a rename servers tell for the entry alone, and not for those below it. */
    private static void move(SortedMap<UUID, Held> objects, String from, String to) {
        objects.replaceAll((id, held) -> {
            Entry entry = held.current();
            String dn = Names.moved(entry.dn(), from, to);
            return dn.equals(entry.dn()) ? held
                    : new Held(named(entry, dn), held.good().map(good -> named(good, Names.moved(good.dn(), from, to))), held.flaw());
        });
    }

    private static Entry named(Entry entry, String dn) {
        return new Entry(dn, entry.id(), entry.attributes());
    }

    /** Values of an attribute have no order, and a server may give them in another one each time. */
    static Entry ordered(Entry entry) {
        Map<String, List<String>> attributes = new TreeMap<>();
        entry.attributes().forEach((name, values) -> attributes.put(name, values.stream().sorted().toList()));
        return new Entry(entry.dn(), entry.id(), Collections.unmodifiableMap(attributes));
    }
}
