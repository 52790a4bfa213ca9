package org.waypost.metabase.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.waypost.metabase.KeyView;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.Property;

/** All keys at a moment; the root is always there. A change makes a new tree that shares what stayed. */
public record Tree(Node root) {
    public static final Tree EMPTY = new Tree(Node.EMPTY);

    /** Of the own properties of keys; those above them are made. */
    public static Tree of(Map<MetabaseKey, SortedMap<String, Kept>> keys) {
        Growing root = new Growing();
        keys.forEach((key, properties) -> {
            Growing at = root;
            for (String name : key.names()) {
                at = at.children.computeIfAbsent(name, absent -> new Growing());
            }
            at.properties.putAll(properties);
        });
        return new Tree(root.node());
    }

    public Optional<Node> node(MetabaseKey key) {
        Node node = root;
        for (String name : key.names()) {
            node = node.children().get(name);
            if (node == null) {
                return Optional.empty();
            }
        }
        return Optional.of(node);
    }

    /** The key and those above it are made if they are not there. */
    public Tree change(MetabaseKey key, UnaryOperator<Node> change) {
        return new Tree(changed(root, key.names(), change));
    }

    /** The root loses all it has but stays. */
    public Tree without(MetabaseKey key) {
        Optional<MetabaseKey> parent = key.parent();
        if (parent.isEmpty()) {
            return EMPTY;
        }
        return node(key).isEmpty() ? this : change(parent.get(), node -> node.withoutChild(key.name()));
    }

    public Optional<KeyView> view(MetabaseKey key) {
        Node node = root;
        MetabaseKey at = MetabaseKey.ROOT;
        SortedMap<String, Property> properties = seen(at, node, new TreeMap<>());
        for (String name : key.names()) {
            node = node.children().get(name);
            if (node == null) {
                return Optional.empty();
            }
            at = at.child(name);
            properties = seen(at, node, properties);
        }
        return Optional.of(new KeyView(key, properties, new TreeSet<>(node.children().keySet())));
    }

    /** The key and all below it, in order. */
    public List<KeyView> views(MetabaseKey key) {
        List<KeyView> views = new ArrayList<>();
        view(key).ifPresent(top -> {
            Node node = node(key).orElseThrow();
            views.add(top);
            node.children().forEach((name, child) -> addViews(key.child(name), child, top.properties(), views));
        });
        return views;
    }

    /** Goes through a key and all below it, in order. */
    public void each(MetabaseKey key, BiConsumer<MetabaseKey, Node> visitor) {
        node(key).ifPresent(node -> each(key, node, visitor));
    }

    /** Keys besides the root. */
    public int size() {
        return size(root);
    }

    private static int size(Node node) {
        return node.children().values().stream().mapToInt(child -> 1 + size(child)).sum();
    }

    private static void each(MetabaseKey key, Node node, BiConsumer<MetabaseKey, Node> visitor) {
        visitor.accept(key, node);
        node.children().forEach((name, child) -> each(key.child(name), child, visitor));
    }

    private static Node changed(Node node, List<String> path, UnaryOperator<Node> change) {
        if (path.isEmpty()) {
            return change.apply(node);
        }
        String name = path.get(0);
        Node child = node.children().getOrDefault(name, Node.EMPTY);
        return node.withChild(name, changed(child, path.subList(1, path.size()), change));
    }

    private static void addViews(MetabaseKey key, Node node, SortedMap<String, Property> above, List<KeyView> views) {
        SortedMap<String, Property> properties = seen(key, node, above);
        views.add(new KeyView(key, properties, new TreeSet<>(node.children().keySet())));
        node.children().forEach((name, child) -> addViews(key.child(name), child, properties, views));
    }

    /** What is in force at a key, from what is at the one above. */
    private static SortedMap<String, Property> seen(MetabaseKey key, Node node, SortedMap<String, Property> above) {
        SortedMap<String, Property> properties = new TreeMap<>(above);
        properties.remove(Metabase.KEY_TYPE);
        for (Map.Entry<String, Kept> own : node.properties().entrySet()) {
            properties.put(own.getKey(), own.getValue().seen(key));
        }
        return properties;
    }

    /** A node while its tree is made. */
    private static final class Growing {
        private final SortedMap<String, Kept> properties = new TreeMap<>();
        private final SortedMap<String, Growing> children = new TreeMap<>();

        private Node node() {
            TreeMap<String, Node> nodes = new TreeMap<>();
            children.forEach((name, child) -> nodes.put(name, child.node()));
            return new Node(properties, nodes);
        }
    }
}
