package org.waypost.metabase.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waypost.metabase.Metabase.Version;

/** Versions that can be gone back to, newest first: those that changed what an administrator has set. */
public record History(List<Past> versions) {
    public static final History EMPTY = new History(List.of());

    /** A version and what was set then. */
    public record Past(Version version, Settings settings) {}

    public History {
        versions = List.copyOf(versions);
    }

    public History with(Past newest, int most) {
        List<Past> longer = new ArrayList<>(versions);
        longer.add(0, newest);
        return new History(longer).limited(most);
    }

    public History limited(int most) {
        return versions.size() <= most ? this : new History(versions.subList(0, most));
    }

    public Optional<Settings> find(long version) {
        return versions.stream().filter(past -> past.version().version() == version).map(Past::settings).findFirst();
    }
}
