package org.waypost.ds2mb.replica;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.waypost.metabase.MetabaseKey;

/**
 * What the metabase shall hold.
 *
 * @param properties those without an owner are made if they are not there, and otherwise left alone
 * @param sources which objects have a part in a key
 * @param conflicts objects that stand for a key that another object has, and why they lose
 */
record Target(SortedMap<Place, Owned> properties, SortedMap<MetabaseKey, Set<UUID>> sources, SortedMap<UUID, String> conflicts) {
    /** Keys that objects share with each other and with local settings. */
    static final MetabaseKey ROUTING = MetabaseKey.of("/LM/Routing");
    static final MetabaseKey CATEGORIZER = MetabaseKey.of("/LM/Categorizer");
    static final Set<MetabaseKey> SHARED = Set.of(ROUTING, CATEGORIZER);

    Target {
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
        sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
        conflicts = Collections.unmodifiableSortedMap(new TreeMap<>(conflicts));
    }
}
