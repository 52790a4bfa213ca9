package org.waypost.metabase.tree;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** A key's own properties and the nodes below it, by name. */
public record Node(SortedMap<String, Kept> properties, SortedMap<String, Node> children) {
    static final Node EMPTY = new Node(Collections.emptySortedMap(), Collections.emptySortedMap());

    public Node {
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
        children = Collections.unmodifiableSortedMap(new TreeMap<>(children));
    }

    Node with(String property, Kept kept) {
        TreeMap<String, Kept> changed = new TreeMap<>(properties);
        changed.put(property, kept);
        return new Node(changed, children);
    }

    Node without(String property) {
        TreeMap<String, Kept> changed = new TreeMap<>(properties);
        changed.remove(property);
        return new Node(changed, children);
    }

    public Node with(SortedMap<String, Kept> newProperties) {
        return new Node(newProperties, children);
    }

    Node withChild(String name, Node child) {
        TreeMap<String, Node> changed = new TreeMap<>(children);
        changed.put(name, child);
        return new Node(properties, changed);
    }

    Node withoutChild(String name) {
        TreeMap<String, Node> changed = new TreeMap<>(children);
        changed.remove(name);
        return new Node(properties, changed);
    }
}
