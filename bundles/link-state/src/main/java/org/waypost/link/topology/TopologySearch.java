package org.waypost.link.topology;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.waypost.directory.Directory;
import org.waypost.directory.Entry;
import org.waypost.directory.Filter;
import org.waypost.directory.Search;

/** Finds what {@link TopologyReader} reads, anywhere below the base of the configuration. */
public final class TopologySearch {
    /** Everything that the topology is made of. */
    public static final String FILTER = Filter.anyOf("objectClass",
            List.of(GroupEntry.CLASS, Servers.CLASS, Connectors.BETWEEN_GROUPS, Connectors.SMTP));
    /** All that is read of it. */
    public static final Set<String> ATTRIBUTES = attributes();

    private TopologySearch() {}

    /** Returns at once; fails as the directory's stages do. */
    public static CompletionStage<Topology> read(Directory directory) {
        List<Entry> entries = Collections.synchronizedList(new ArrayList<>());
        Search search = new Search(Search.Role.CONFIGURATION, "", Search.Scope.SUBTREE, FILTER, ATTRIBUTES);
        return directory.search(search, entries::add).thenApply(count -> TopologyReader.read(entries));
    }

    private static Set<String> attributes() {
        Set<String> attributes = new HashSet<>(Set.of("objectClass", "cn", Settings.ATTRIBUTE));
        attributes.addAll(GroupEntry.ATTRIBUTES);
        attributes.addAll(Servers.ATTRIBUTES);
        attributes.addAll(Connectors.ATTRIBUTES);
        attributes.addAll(Passage.ATTRIBUTES);
        return Set.copyOf(attributes);
    }
}
