package org.waypost.linkstate;

import java.util.Comparator;

/**
 * The version of what is known of one routing group. Only the group's master raises it.
 *
 * @param term raised by each new master, by a conditional write in the directory; 0: read from the directory, by no master
 * @param major raised when the configuration changes
 * @param minor raised when a link goes up or down
 * @param user raised when members come and go
 */
public record GroupVersion(long term, long major, long minor, long user) implements Comparable<GroupVersion> {
    /** Of what was read from the directory. */
    public static final GroupVersion UNRULED = new GroupVersion(0, 0, 0, 0);

    private static final Comparator<GroupVersion> ORDER = Comparator.comparingLong(GroupVersion::term)
            .thenComparingLong(GroupVersion::major).thenComparingLong(GroupVersion::minor).thenComparingLong(GroupVersion::user);

    @Override
    public int compareTo(GroupVersion other) {
        return ORDER.compare(this, other);
    }

    public boolean isNewerThan(GroupVersion other) {
        return compareTo(other) > 0;
    }

    @Override
    public String toString() {
        return term + ":" + major + "." + minor + "." + user;
    }
}
