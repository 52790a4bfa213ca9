package org.waypost.ds2mb.replica;

import java.util.Optional;
import org.waypost.directory.Directory;
import org.waypost.directory.Position;
import org.waypost.directory.Search;
import org.waypost.directory.Watch;
import org.waypost.ds2mb.mapping.ConfigurationMapping;

/** What is followed, and for whom. @param base of the configuration */
record Scope(String base, String serverName) {
    static Scope of(Directory directory) {
        return new Scope(directory.base(Search.Role.CONFIGURATION), directory.serverName());
    }

    /** One watch for all kinds of objects, so that all changes come in one order. */
    Watch watch(Optional<Position> from) {
        return new Watch(Search.Role.CONFIGURATION, "", ConfigurationMapping.filter(), ConfigurationMapping.attributes(), from);
    }

    /** A position is good for the same base, filter and attributes only: whatever more is read must be read of all. */
    String positionScope() {
        return base + " " + ConfigurationMapping.filter() + " " + ConfigurationMapping.attributes();
    }
}
