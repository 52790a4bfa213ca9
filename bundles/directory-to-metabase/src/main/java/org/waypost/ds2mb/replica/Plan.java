package org.waypost.ds2mb.replica;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.waypost.metabase.Edit;
import org.waypost.metabase.MetabaseKey;

/**
 * What must change for the metabase to be as it shall be.
 *
 * @param set properties that are not so yet
 * @param removed properties whose time is over, with what they were
 * @param gone keys whose object is no more; they go with all that is local in them
 */
record Plan(SortedMap<Place, Owned> set, SortedMap<Place, Owned> removed, Set<MetabaseKey> gone) {
    /** @param published what there is: properties with an owner, and the types of keys */
    static Plan of(SortedMap<Place, Owned> published, Target target) {
        SortedMap<Place, Owned> set = new TreeMap<>();
        target.properties().forEach((place, wanted) -> {
            boolean missing = wanted.owner().isEmpty() ? !published.containsKey(place) : !wanted.equals(published.get(place));
            if (missing) {
                set.put(place, wanted);
            }
        });
        SortedMap<Place, Owned> removed = new TreeMap<>(published);
        removed.keySet().removeAll(target.properties().keySet());
        removed.values().removeIf(owned -> owned.owner().isEmpty());
        Set<MetabaseKey> wanted = target.properties().keySet().stream().map(Place::key).collect(Collectors.toSet());
        wanted.addAll(Target.SHARED);
        Set<MetabaseKey> gone = removed.keySet().stream().map(Place::key).filter(key -> !wanted.contains(key))
                .collect(Collectors.toCollection(TreeSet::new));
        return new Plan(set, removed, gone);
    }

    boolean isEmpty() {
        return set.isEmpty() && removed.isEmpty();
    }

    List<Edit> edits() {
        List<Edit> edits = new ArrayList<>();
        gone.stream().filter(key -> !isBelowGone(key)).forEach(key -> edits.add(new Edit.Remove(key)));
        removed.keySet().stream().filter(place -> !gone.contains(place.key()))
                .forEach(place -> edits.add(new Edit.Unset(place.key(), place.property())));
        set.forEach((place, wanted) -> edits.add(new Edit.Set(place.key(), place.property(), wanted.value(), wanted.owner())));
        return edits;
    }

    private boolean isBelowGone(MetabaseKey key) {
        for (var above = key.parent(); above.isPresent(); above = above.get().parent()) {
            if (gone.contains(above.get())) {
                return true;
            }
        }
        return false;
    }
}
