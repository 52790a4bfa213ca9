package org.waypost.admin.shell.routing;

import java.util.Optional;
import org.waypost.admin.LinkStateAdmin;
import org.waypost.admin.shell.Refusal;
import org.waypost.admin.shell.TextFile;
import org.waypost.linkstate.OrganizationMap;

/** The organization's map in a file. */
final class MapFile {
    private MapFile() {
    }

    /** @param name of the file, relative to the home; null for none */
    static Optional<OrganizationMap> read(LinkStateAdmin admin, String name) throws Refusal {
        return name == null ? Optional.empty() : Optional.of(Refusal.orValue(admin.read(TextFile.read(name))));
    }
}
