package org.waypost.ds2mb.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waypost.directory.Entry;
import org.waypost.metabase.Value;

/** One row of an {@link ObjectTable}: a property, the attributes that stand for it, and the way from one to the other. */
interface AttributeRule {
    String property();

    Set<String> attributes();

    /**
     * @return empty if the object leaves the property to its default
     * @throws IllegalArgumentException that names attribute, value and what is allowed
     */
    Optional<Value> read(Entry entry);

    /**
     * What the attributes must be for the property to be that.
     *
     * @param value empty for its default
     * @return all of {@link #attributes}, an empty list for one that must be absent
     * @throws IllegalArgumentException as {@link #read}
     */
    Map<String, List<String>> write(Optional<Value> value);
}
