package org.waypost.ds2mb.replica;

import java.util.Comparator;
import org.waypost.metabase.MetabaseKey;

/** Where a property stands. */
record Place(MetabaseKey key, String property) implements Comparable<Place> {
    private static final Comparator<Place> ORDER = Comparator.comparing(Place::key).thenComparing(Place::property);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
