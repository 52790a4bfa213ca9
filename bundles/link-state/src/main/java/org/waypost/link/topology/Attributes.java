package org.waypost.link.topology;

import org.waypost.directory.Entry;

/** What of a routing group's or server's object is written. */
public final class Attributes {
    /** The DN of a routing group's master. */
    public static final String MASTER = GroupEntry.MASTER;
    /** The term of a routing group's master. */
    public static final String TERM = GroupEntry.TERM;
    /** A server's public keys. */
    public static final String SERVER_KEY = Servers.KEY;
    /** The object class of servers. */
    public static final String SERVER = Servers.CLASS;

    private Attributes() {}

    /** 0 if none was ever written. @throws IllegalArgumentException with a text for people */
    public static long term(Entry group) {
        return Numbers.attribute(group, TERM, 0, Integer.MAX_VALUE).orElse(0L);
    }
}
