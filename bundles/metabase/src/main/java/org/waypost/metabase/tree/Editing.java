package org.waypost.metabase.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.waypost.metabase.Edit;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.MetabaseWrite.Writer;
import org.waypost.metabase.Written.Refused;

/** The edits of one write, made one after the other on a tree. One thread. */
public final class Editing {
    private static final Pattern PROPERTY = Pattern.compile("[^\\p{Cntrl}]{1,255}");

    private final Writer writer;
    private Tree tree;

    public Editing(Tree tree, Writer writer) {
        this.tree = tree;
        this.writer = writer;
    }

    /** With all edits made so far. */
    public Tree tree() {
        return tree;
    }

    /** Makes an edit, or says why not; then the write is to be given up. */
    public Optional<Refused> apply(Edit edit) {
        if (edit instanceof Edit.Set set) {
            return set(set);
        } else if (edit instanceof Edit.Unset unset) {
            return unset(unset);
        } else if (edit instanceof Edit.Remove remove) {
            return remove(remove.key());
        } else if (edit instanceof Edit.Override override) {
            return override(override);
        }
        Edit.EndOverride end = (Edit.EndOverride) edit;
        kept(end.key(), end.property()).ifPresent(kept -> put(end.key(), end.property(), kept.with(Optional.empty())));
        return Optional.empty();
    }

    private Optional<Refused> set(Edit.Set set) {
        if (!PROPERTY.matcher(set.property()).matches()) {
            return refused(set.key(), set.property(), "cannot be the name of a property: 1 to 255 characters, no control characters");
        }
        if (writer != Writer.REPLICATION && set.owner().isPresent()) {
            return refused(set.key(), set.property(), "cannot be given an owner: only replication does that");
        }
        Optional<Kept> before = kept(set.key(), set.property());
        Optional<Refused> owned = before.flatMap(kept -> owned(set.key(), set.property(), kept));
        if (owned.isEmpty()) {
            Optional<Kept.Hiding> hiding = set.owner().isPresent() ? before.flatMap(Kept::hiding) : Optional.empty();
            put(set.key(), set.property(), new Kept(set.value(), set.owner(), writer == Writer.ADMINISTRATOR, hiding));
        }
        return owned;
    }

    private Optional<Refused> unset(Edit.Unset unset) {
        Optional<Kept> before = kept(unset.key(), unset.property());
        Optional<Refused> owned = before.flatMap(kept -> owned(unset.key(), unset.property(), kept));
        if (owned.isEmpty() && before.isPresent()) {
            tree = tree.change(unset.key(), node -> node.without(unset.property()));
        }
        return owned;
    }

    private Optional<Refused> remove(MetabaseKey key) {
        List<Refused> owned = new ArrayList<>();
        if (writer != Writer.REPLICATION) {
            tree.each(key, (at, node) -> node.properties().forEach((name, kept) -> owned(at, name, kept).ifPresent(owned::add)));
        }
        if (owned.isEmpty()) {
            tree = tree.without(key);
        }
        return owned.stream().findFirst();
    }

    private Optional<Refused> override(Edit.Override override) {
        Optional<Kept> before = kept(override.key(), override.property()).filter(kept -> kept.owner().isPresent());
        if (before.isEmpty()) {
            return refused(override.key(), override.property(), "is not replicated: set it instead of overriding it");
        }
        put(override.key(), override.property(),
                before.get().with(Optional.of(new Kept.Hiding(override.value(), override.until()))));
        return Optional.empty();
    }

    private Optional<Refused> owned(MetabaseKey key, String property, Kept kept) {
        if (writer == Writer.REPLICATION || kept.owner().isEmpty()) {
            return Optional.empty();
        }
        return refused(key, property, "belongs to " + kept.owner().get() + ": change it there, or use a timed override");
    }

    private static Optional<Refused> refused(MetabaseKey key, String property, String why) {
        return Optional.of(new Refused(key, property, property + " of " + key + " " + why + "."));
    }

    private Optional<Kept> kept(MetabaseKey key, String property) {
        return tree.node(key).map(node -> node.properties().get(property));
    }

    private void put(MetabaseKey key, String property, Kept kept) {
        tree = tree.change(key, node -> node.with(property, kept));
    }
}
