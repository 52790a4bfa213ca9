package org.waypost.route.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.waypost.topology.AddressSpace;

/** Address spaces by their pattern, so that a domain asks for itself and for each of its suffixes. */
public final class SpaceIndex {
    private final Map<String, List<Space>> byPattern = new HashMap<>();

    SpaceIndex(Iterable<Site> sites) {
        for (Site site : sites) {
            for (Way way : site.ways()) {
                for (AddressSpace space : way.connector().spaces()) {
                    byPattern.computeIfAbsent(normal(space.pattern()), pattern -> new ArrayList<>(1)).add(new Space(way, space));
                }
            }
        }
    }

    /** The spaces that match, those of one pattern together, the most specific first; empty if none does. */
    public List<List<Space>> matching(String domain) {
        String normal = normal(domain);
        List<List<Space>> found = new ArrayList<>();
        add(normal, found);
        for (int at = 0; at >= 0; at = next(normal, at)) {
            add("*." + normal.substring(at), found);
        }
        add("*", found);
        return found;
    }

    private void add(String pattern, List<List<Space>> found) {
        List<Space> spaces = byPattern.get(pattern);
        if (spaces != null) {
            found.add(spaces);
        }
    }

    /** Where the parent of the domain at {@code at} begins; -1 if it has none. */
    private static int next(String domain, int at) {
        int dot = domain.indexOf('.', at);
        return dot < 0 ? -1 : dot + 1;
    }

    private static String normal(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
