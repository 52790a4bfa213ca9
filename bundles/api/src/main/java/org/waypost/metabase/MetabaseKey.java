package org.waypost.metabase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A key's place in the tree, such as {@code /LM/SmtpSvc/1/Domain/example.com}. A name has 1 to 255 characters and
 * neither a slash nor a control character; names compare with regard to case.
 */
public record MetabaseKey(List<String> names) implements Comparable<MetabaseKey> {
    public static final MetabaseKey ROOT = new MetabaseKey(List.of());
    private static final Pattern NAME = Pattern.compile("[^/\\p{Cntrl}]{1,255}");

    /** @throws IllegalArgumentException if a name cannot be one */
    public MetabaseKey {
        names = List.copyOf(names);
        for (String name : names) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("\"" + name + "\" is no name of a metabase key");
            }
        }
    }

    /** Reads {@code /LM/SmtpSvc}; a slash at the end is ignored. Empty if it is none. */
    public static Optional<MetabaseKey> parse(String text) {
        if (!text.startsWith("/")) {
            return Optional.empty();
        }
        try {
            String path = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
            return Optional.of(path.isEmpty() ? ROOT : new MetabaseKey(List.of(path.substring(1).split("/", -1))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** For paths in code. @throws IllegalArgumentException if it is none */
    public static MetabaseKey of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" is no metabase key"));
    }

    public MetabaseKey child(String name) {
        List<String> longer = new ArrayList<>(names);
        longer.add(name);
        return new MetabaseKey(longer);
    }

    /** Empty for the root. */
    public Optional<MetabaseKey> parent() {
        return names.isEmpty() ? Optional.empty() : Optional.of(new MetabaseKey(names.subList(0, names.size() - 1)));
    }

    /** The last name; empty for the root. */
    public String name() {
        return names.isEmpty() ? "" : names.get(names.size() - 1);
    }

    /** Whether it is this key or lies below it. */
    public boolean contains(MetabaseKey other) {
        return other.names.size() >= names.size() && other.names.subList(0, names.size()).equals(names);
    }

    @Override
    public int compareTo(MetabaseKey other) {
        for (int i = 0; i < Math.min(names.size(), other.names.size()); i++) {
            int order = names.get(i).compareTo(other.names.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(names.size(), other.names.size());
    }

    @Override
    public String toString() {
        return "/" + String.join("/", names);
    }
}
