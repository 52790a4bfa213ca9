package org.waypost.ds2mb.mapping;

import java.util.SortedMap;
import org.waypost.directory.Entry;
import org.waypost.ds2mb.mapping.Reading.OwnKey;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.Value;

/** The keys that are objects' own; an object's relative name is the name of its key. */
final class Keys {
    private Keys() {}

    /** @throws IllegalArgumentException if it has none that is text */
    static String name(Entry entry) {
        return Names.nameOf(entry.dn()).orElseThrow(() -> new IllegalArgumentException("it has no name that is text"));
    }

    /** The key below {@code parent} for the entry. @throws IllegalArgumentException if its name cannot be that of a key */
    static MetabaseKey below(MetabaseKey parent, Entry entry) {
        return parent.child(name(entry));
    }

    /** @param pid that the key configures */
    static OwnKey own(MetabaseKey key, String pid, SortedMap<String, Value> properties) {
        properties.put(Metabase.KEY_TYPE, new Value.Text(pid));
        return new OwnKey(key, properties);
    }
}
