package org.waypost.metabase.schema;

import java.util.Optional;
import org.waypost.metabase.Edit;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.MetabaseWrite.Writer;
import org.waypost.metabase.Value;
import org.waypost.metabase.tree.Editing;
import org.waypost.metabase.tree.Tree;

/**
 * Keys whose place says what they configure: who sets the first property of {@code /LM/Dns} need not know its pid.
 * It does not apply to factories, where a wrong name would make a further virtual server.
 */
public final class ImpliedTypes {
    private final KeyTypes types;

    public ImpliedTypes(KeyTypes types) {
        this.types = types;
    }

    /** Gives a key its type, unless it has one or its place says nothing. */
    public Tree typed(Tree tree, MetabaseKey key) {
        boolean open = tree.node(key).filter(node -> !node.properties().containsKey(Metabase.KEY_TYPE)).isPresent();
        Optional<String> pid = PidPaths.singleton(key).flatMap(types::find).filter(type -> !type.factory()).map(KeyType::pid);
        if (!open || pid.isEmpty()) {
            return tree;
        }
        Editing editing = new Editing(tree, Writer.ADMINISTRATOR);
        editing.apply(new Edit.Set(key, Metabase.KEY_TYPE, new Value.Text(pid.get()), Optional.empty()));
        return editing.tree();
    }
}
