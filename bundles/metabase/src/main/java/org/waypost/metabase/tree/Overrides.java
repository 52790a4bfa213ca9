package org.waypost.metabase.tree;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waypost.metabase.Edit;
import org.waypost.metabase.MetabaseKey;

/** Overrides that end by themselves. */
public final class Overrides {
    private Overrides() {
    }

    /** Edits that end what is to end by then. */
    public static List<Edit> due(Tree tree, Instant now) {
        List<Edit> edits = new ArrayList<>();
        tree.each(MetabaseKey.ROOT, (key, node) -> node.properties().forEach((name, kept) -> {
            if (kept.hiding().filter(hiding -> !hiding.until().isAfter(now)).isPresent()) {
                edits.add(new Edit.EndOverride(key, name));
            }
        }));
        return edits;
    }

    /** When the next one ends. */
    public static Optional<Instant> next(Tree tree) {
        List<Instant> ends = new ArrayList<>();
        tree.each(MetabaseKey.ROOT, (key, node) ->
                node.properties().values().forEach(kept -> kept.hiding().ifPresent(hiding -> ends.add(hiding.until()))));
        return ends.stream().min(Instant::compareTo);
    }
}
