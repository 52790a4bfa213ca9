package org.waypost.ds2mb.replica;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.waypost.directory.Entry;
import org.waypost.directory.Position;
import org.waypost.ds2mb.replica.Held.Flaw;
import org.waypost.metabase.Edit;
import org.waypost.metabase.KeyView;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.Value;

/**
 * Where a {@link Replica} is kept: below {@code /LM/DS2MB} the last good version of each object, beside it the version
 * in fault, and the position. Whoever deletes the position has everything compared anew.
 */
final class ReplicaStore {
    private static final MetabaseKey ALL = MetabaseKey.of("/LM");
    private static final MetabaseKey OBJECTS = MetabaseKey.of("/LM/DS2MB/Objects");
    private static final MetabaseKey FAULTS = MetabaseKey.of("/LM/DS2MB/Faults");
    private static final MetabaseKey POSITION = MetabaseKey.of("/LM/DS2MB/HighWaterMarks");
    private static final String CAUSE = "cause";
    private static final String SINCE = "since";

    private ReplicaStore() {}

    /** @param scope of which the position must be; it is left out if it is of another one */
    static Replica load(Metabase metabase, String scope) {
        SortedMap<UUID, Held> objects = new TreeMap<>();
        metabase.subtree(OBJECTS).forEach(view -> EntryRecord.read(view, List.of()).ifPresent(entry ->
                objects.put(entry.id(), new Held(entry, Optional.of(entry), Optional.empty()))));
        metabase.subtree(FAULTS).forEach(view -> EntryRecord.read(view, List.of(CAUSE, SINCE)).ifPresent(entry ->
                objects.put(entry.id(), faulty(entry, view, objects.get(entry.id())))));
        return new Replica(objects, new TreeMap<>(), published(metabase), 0, position(metabase, scope));
    }

    /** What leads from one set of objects to another. */
    static List<Edit> edits(SortedMap<UUID, Held> before, SortedMap<UUID, Held> after) {
        List<Edit> edits = new ArrayList<>();
        before.forEach((id, held) -> {
            Optional<Held> now = Optional.ofNullable(after.get(id));
            removeUnless(now.flatMap(Held::good).equals(held.good()), held.good(), OBJECTS, edits);
            removeUnless(now.filter(each -> sameFault(each, held)).isPresent(), fault(held), FAULTS, edits);
        });
        after.forEach((id, held) -> {
            Optional<Held> was = Optional.ofNullable(before.get(id));
            if (!was.flatMap(Held::good).equals(held.good())) {
                held.good().ifPresent(good -> edits.addAll(EntryRecord.write(OBJECTS.child(id.toString()), good)));
            }
            if (was.filter(each -> sameFault(each, held)).isEmpty()) {
                held.flaw().ifPresent(flaw -> edits.addAll(write(FAULTS.child(id.toString()), held.current(), flaw)));
            }
        });
        return edits;
    }

    static List<Edit> edits(Position position, String scope) {
        return List.of(text(POSITION, "server", position.server()), text(POSITION, "method", position.method()),
                text(POSITION, "cookie", position.cookie()), text(POSITION, "scope", scope));
    }

    private static void removeUnless(boolean same, Optional<Entry> kept, MetabaseKey parent, List<Edit> edits) {
        if (!same) {
            kept.ifPresent(entry -> edits.add(new Edit.Remove(parent.child(entry.id().toString()))));
        }
    }

    private static boolean sameFault(Held one, Held other) {
        return one.flaw().equals(other.flaw()) && fault(one).equals(fault(other));
    }

    private static Optional<Entry> fault(Held held) {
        return held.flaw().map(flaw -> held.current());
    }

    private static List<Edit> write(MetabaseKey key, Entry entry, Flaw flaw) {
        List<Edit> edits = new ArrayList<>(EntryRecord.write(key, entry));
        edits.add(text(key, CAUSE, flaw.cause()));
        edits.add(text(key, SINCE, flaw.since().toString()));
        return edits;
    }

    private static Edit text(MetabaseKey key, String property, String text) {
        return new Edit.Set(key, property, new Value.Text(text), Optional.empty());
    }

    private static Held faulty(Entry entry, KeyView view, Held good) {
        Flaw flaw = new Flaw(text(view, CAUSE).orElse(""), text(view, SINCE).map(ReplicaStore::instant).orElse(Instant.EPOCH));
        return new Held(entry, good == null ? Optional.empty() : good.good(), Optional.of(flaw));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    private static Optional<Position> position(Metabase metabase, String scope) {
        return metabase.read(POSITION).filter(view -> text(view, "scope").filter(scope::equals).isPresent())
                .flatMap(view -> text(view, "server").flatMap(server -> text(view, "method")
                        .flatMap(method -> text(view, "cookie").map(cookie -> new Position(server, method, cookie)))));
    }

    private static Optional<String> text(KeyView view, String property) {
        return view.value(property).filter(Value.Text.class::isInstance).map(value -> ((Value.Text) value).text());
    }

    private static SortedMap<Place, Owned> published(Metabase metabase) {
        SortedMap<Place, Owned> published = new TreeMap<>();
        metabase.subtree(ALL).forEach(view -> view.properties().forEach((name, property) -> {
            if (property.from().equals(view.key()) && (property.owner().isPresent() || name.equals(Metabase.KEY_TYPE))) {
                published.put(new Place(view.key(), name), new Owned(property.value(), property.owner()));
            }
        }));
        return published;
    }
}
