package org.waypost.metabase.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.Value;

/** What an administrator has set, by key; a key without properties and without others below it is there too. */
public record Settings(SortedMap<MetabaseKey, SortedMap<String, Value>> keys) {
    public Settings {
        keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
    }

    public static Settings of(Tree tree) {
        TreeMap<MetabaseKey, SortedMap<String, Value>> keys = new TreeMap<>();
        tree.each(MetabaseKey.ROOT, (key, node) -> {
            SortedMap<String, Value> own = of(node);
            if (!own.isEmpty() || node.properties().isEmpty() && node.children().isEmpty()) {
                keys.put(key, own);
            }
        });
        return new Settings(keys);
    }

    static SortedMap<String, Value> of(Node node) {
        TreeMap<String, Value> settings = new TreeMap<>();
        node.properties().forEach((name, kept) -> {
            if (kept.setting()) {
                settings.put(name, kept.value());
            }
        });
        return settings;
    }

    /** The settings of a tree become these; what is replicated or state stays, and keys that are left empty go. */
    public Tree restore(Tree tree) {
        Set<MetabaseKey> touched = new TreeSet<>(keys.keySet());
        touched.addAll(of(tree).keys().keySet());
        Tree restored = tree;
        for (MetabaseKey key : touched) {
            restored = replace(restored, key, keys.getOrDefault(key, new TreeMap<>()), false);
        }
        List<MetabaseKey> deepestFirst = new ArrayList<>(touched);
        Collections.reverse(deepestFirst);
        for (MetabaseKey key : deepestFirst) {
            restored = withoutEmpty(restored, key);
        }
        return restored;
    }

    /**
     * As an import does it: each of these keys gets exactly these settings, and keeps its secrets, which texts leave
     * out. Other keys stay.
     */
    public Tree merge(Tree tree) {
        Tree merged = tree;
        for (MetabaseKey key : keys.keySet()) {
            merged = replace(merged, key, keys.get(key), true);
        }
        return merged;
    }

    private static Tree replace(Tree tree, MetabaseKey key, SortedMap<String, Value> settings, boolean keepSecrets) {
        return tree.change(key, node -> {
            TreeMap<String, Kept> properties = new TreeMap<>(node.properties());
            properties.values().removeIf(kept -> kept.setting() && !(keepSecrets && kept.value() instanceof Value.Secret));
            settings.forEach((name, value) -> {
                Kept there = properties.get(name);
                if (there == null || there.setting()) {
                    properties.put(name, Kept.setting(value));
                }
            });
            return node.with(properties);
        });
    }

    private Tree withoutEmpty(Tree tree, MetabaseKey key) {
        Tree rest = tree;
        MetabaseKey at = key;
        while (!keys.containsKey(at) && rest.node(at).filter(node -> node.properties().isEmpty() && node.children().isEmpty()).isPresent()
                && at.parent().isPresent()) {
            rest = rest.without(at);
            at = at.parent().get();
        }
        return rest;
    }
}
