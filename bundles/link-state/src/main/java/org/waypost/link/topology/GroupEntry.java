package org.waypost.link.topology;

import java.util.Set;
import java.util.UUID;
import org.waypost.directory.Entry;

/**
 * A routing group before its servers and connectors are known.
 *
 * @param term of its master; 0 if none was ever written
 */
record GroupEntry(Entry entry, String name, long term) {
    static final String CLASS = "msExchRoutingGroup";
    static final String MASTER = "msExchRoutingMasterDN";
    static final String MEMBERS = "msExchRoutingGroupMembersDN";
    static final String TERM = "waypostTerm";
    static final Set<String> ATTRIBUTES = Set.of(MASTER, MEMBERS, TERM);

    /** @throws IllegalArgumentException with a text for people */
    static GroupEntry read(Entry entry) {
        return new GroupEntry(entry, name(entry), Numbers.attribute(entry, TERM, 0, Integer.MAX_VALUE).orElse(0L));
    }

    UUID id() {
        return entry.id();
    }

    /** Of any entry here. @throws IllegalArgumentException if it has none */
    static String name(Entry entry) {
        return entry.value("cn").filter(name -> !name.isBlank()).orElseThrow(() -> new IllegalArgumentException("it has no cn"));
    }
}
