package org.waypost.metabase.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.waypost.metabase.Edit;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.MetabaseWrite;
import org.waypost.metabase.MetabaseWrite.Writer;
import org.waypost.metabase.Written.Refused;
import org.waypost.metabase.schema.ImpliedTypes;
import org.waypost.metabase.schema.KeyTypes;
import org.waypost.metabase.schema.SchemaCheck;
import org.waypost.metabase.text.TextReader;
import org.waypost.metabase.tree.Editing;
import org.waypost.metabase.tree.Settings;
import org.waypost.metabase.tree.State;
import org.waypost.metabase.tree.Tree;

/**
 * A change that waits for its turn.
 *
 * @param summary for people; empty for the keys that changed
 */
record Change(Writer writer, String summary, Work work) {
    /** Makes a tree of the one that is there then. */
    interface Work {
        Plan on(State state);
    }

    /** A tree, or why there is none. */
    record Plan(Tree tree, Optional<Refused> refused) {
        private static Plan of(Tree tree) {
            return new Plan(tree, Optional.empty());
        }

        private static Plan not(State state, MetabaseKey key, String reason) {
            return new Plan(state.tree(), Optional.of(new Refused(key, "", reason)));
        }
    }

    static Change of(MetabaseWrite write, KeyTypes types) {
        return new Change(write.writer(), "", state -> {
            Editing editing = new Editing(state.tree(), write.writer());
            Optional<Refused> refused = write.edits().stream().flatMap(edit -> editing.apply(edit).stream()).findFirst();
            return refused.isPresent() || write.writer() != Writer.ADMINISTRATOR ? new Plan(editing.tree(), refused)
                    : checked(editing.tree(), write.edits(), types);
        });
    }

    static Change importing(String text, KeyTypes types) {
        return new Change(Writer.ADMINISTRATOR, "", state -> {
            Settings settings;
            try {
                settings = TextReader.read(text);
            } catch (IllegalArgumentException e) {
                return Plan.not(state, MetabaseKey.ROOT, e.getMessage());
            }
            Tree merged = typed(settings.merge(state.tree()), settings.keys().keySet(), types);
            SchemaCheck check = new SchemaCheck(types);
            Optional<Refused> refused = settings.keys().entrySet().stream().flatMap(key -> key.getValue().entrySet().stream()
                    .flatMap(set -> check.check(merged, key.getKey(), set.getKey(), set.getValue()).stream())).findFirst();
            return new Plan(merged, refused);
        });
    }

    static Change rollback(long version) {
        return new Change(Writer.ADMINISTRATOR, "back to version " + version, state -> state.history().find(version)
                .map(settings -> Plan.of(settings.restore(state.tree())))
                .orElseGet(() -> Plan.not(state, MetabaseKey.ROOT, "Version " + version + " is not kept in the history.")));
    }

    private static Plan checked(Tree edited, List<Edit> edits, KeyTypes types) {
        SchemaCheck check = new SchemaCheck(types);
        Tree tree = typed(edited, edits.stream().filter(Edit.Set.class::isInstance).map(Edit::key).toList(), types);
        return new Plan(tree, edits.stream().flatMap(edit -> check(check, tree, edit).stream()).findFirst());
    }

    private static Tree typed(Tree tree, Collection<MetabaseKey> keys, KeyTypes types) {
        ImpliedTypes implied = new ImpliedTypes(types);
        Tree typed = tree;
        for (MetabaseKey key : keys) {
            typed = implied.typed(typed, key);
        }
        return typed;
    }

    private static Optional<Refused> check(SchemaCheck check, Tree tree, Edit edit) {
        if (edit instanceof Edit.Set set) {
            return check.check(tree, set.key(), set.property(), set.value());
        }
        return edit instanceof Edit.Override override
                ? check.check(tree, override.key(), override.property(), override.value()) : Optional.empty();
    }
}
