package org.waypost.metabase.tree;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;

/**
 * What differs between two trees. What they share is not gone through.
 *
 * @param own keys that came, went, or have other properties of their own
 * @param seen keys that came, went, or look different: also those that inherit, and those with other children
 * @param settings whether it is about what an administrator has set
 */
public record Difference(SortedSet<MetabaseKey> own, SortedSet<MetabaseKey> seen, boolean settings) {

    public static Difference between(Tree before, Tree after) {
        Walk walk = new Walk();
        walk.compare(MetabaseKey.ROOT, before.root(), after.root(), Set.of());
        return new Difference(walk.own, walk.seen, walk.settings);
    }

    public boolean isEmpty() {
        return own.isEmpty() && seen.isEmpty();
    }

    private static final class Walk {
        private final SortedSet<MetabaseKey> own = new TreeSet<>();
        private final SortedSet<MetabaseKey> seen = new TreeSet<>();
        private boolean settings;

        /** @param inherited names of properties that differ above; a node that is not there is null */
        private void compare(MetabaseKey key, Node before, Node after, Set<String> inherited) {
            if (before == after && inherited.isEmpty()) {
                return;
            }
            Set<String> names = new HashSet<>(inherited);
            names.removeIf(name -> has(before, name) && has(after, name));
            Set<String> ownNames = differing(properties(before), properties(after));
            ownNames.stream().filter(name -> looksDifferent(key, properties(before).get(name), properties(after).get(name)))
                    .forEach(names::add);
            boolean cameOrWent = before == null || after == null;
            if (cameOrWent || !ownNames.isEmpty()) {
                own.add(key);
            }
            if (cameOrWent || !names.isEmpty() || !children(before).keySet().equals(children(after).keySet())) {
                seen.add(key);
            }
            names.remove(Metabase.KEY_TYPE);
            Set<String> below = new TreeSet<>(children(before).keySet());
            below.addAll(children(after).keySet());
            below.forEach(name -> compare(key.child(name), children(before).get(name), children(after).get(name), names));
        }

        private Set<String> differing(Map<String, Kept> before, Map<String, Kept> after) {
            Set<String> names = new HashSet<>(before.keySet());
            names.addAll(after.keySet());
            names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
            settings |= names.stream().anyMatch(name -> isSetting(before.get(name)) || isSetting(after.get(name)));
            return names;
        }

        private static boolean looksDifferent(MetabaseKey key, Kept before, Kept after) {
            return before == null || after == null || !before.seen(key).equals(after.seen(key));
        }

        private static boolean isSetting(Kept kept) {
            return kept != null && kept.setting();
        }

        private static boolean has(Node node, String property) {
            return node != null && node.properties().containsKey(property);
        }

        private static SortedMap<String, Kept> properties(Node node) {
            return node == null ? Node.EMPTY.properties() : node.properties();
        }

        private static SortedMap<String, Node> children(Node node) {
            return node == null ? Node.EMPTY.children() : node.children();
        }
    }
}
