package org.waypost.metabase.text;

import java.util.regex.Pattern;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.Value;
import org.waypost.metabase.tree.Kept;
import org.waypost.metabase.tree.Node;
import org.waypost.metabase.tree.Tree;

/**
 * Writes a subtree. What is replicated is there as a comment with its owner; secrets, and the state of services, are
 * not.
 */
public final class TextWriter {
    static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_.~:@+-]+");
    private static final String HEADER = "# Waypost metabase\n";

    private final StringBuilder text = new StringBuilder(HEADER);

    private TextWriter() {
    }

    public static String write(Tree tree, MetabaseKey subtree) {
        TextWriter writer = new TextWriter();
        tree.each(subtree, writer::add);
        return writer.text.toString();
    }

    private void add(MetabaseKey key, Node node) {
        boolean shown = node.properties().values().stream().anyMatch(kept -> kept.setting() || kept.owner().isPresent());
        if (shown || node.properties().isEmpty() && node.children().isEmpty()) {
            text.append("\n[").append(key).append("]\n");
            node.properties().forEach(this::add);
        }
    }

    private void add(String name, Kept kept) {
        if (kept.value() instanceof Value.Secret) {
            return;
        }
        String line = (PLAIN_NAME.matcher(name).matches() ? name : Literal.quoted(name)) + " = " + Literal.write(kept.value());
        if (kept.setting()) {
            text.append(line).append('\n');
        } else if (kept.owner().isPresent()) {
            text.append("# ").append(line).append(" from ").append(Literal.quoted(kept.owner().get())).append('\n');
        }
    }
}
