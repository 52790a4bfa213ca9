package org.waypost.metabase.schema;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.Value;
import org.waypost.metabase.Written.Refused;
import org.waypost.metabase.tree.Node;
import org.waypost.metabase.tree.Tree;

/**
 * Checks what an administrator sets. A property is looked for in the type of its key and, since it is inherited, in
 * those of the keys below. Where no type is known, or one of them is not known now, it is taken as it is.
 */
public final class SchemaCheck {
    private static final List<String> ALWAYS = List.of(Metabase.KEY_TYPE, "name");

    private final KeyTypes types;

    public SchemaCheck(KeyTypes types) {
        this.types = types;
    }

    /** @param tree as it would be after the write */
    public Optional<Refused> check(Tree tree, MetabaseKey key, String property, Value value) {
        if (property.equals(Metabase.KEY_TYPE)) {
            return value instanceof Value.Text ? Optional.empty()
                    : refused(key, property, "must be a text: the pid that the key configures");
        }
        Set<String> pids = new LinkedHashSet<>();
        tree.each(key, (at, node) -> pid(node).ifPresent(pids::add));
        List<Optional<KeyType>> known = pids.stream().map(types::find).toList();
        Optional<Attribute> attribute = known.stream().flatMap(Optional::stream)
                .map(type -> type.attributes().get(property)).filter(Objects::nonNull).findFirst();
        if (attribute.isPresent()) {
            return attribute.get().convert(value).isPresent() ? Optional.empty()
                    : refused(key, property, "cannot be " + shown(value) + ": allowed is " + attribute.get().allowed());
        }
        boolean unknown = !pids.isEmpty() && known.stream().allMatch(Optional::isPresent) && !ALWAYS.contains(property);
        return unknown ? refused(key, property, "is not known: " + String.join(", ", pids) + " has no such property")
                : Optional.empty();
    }

    /** The pid of a key of its own. */
    public static Optional<String> pid(Node node) {
        return Optional.ofNullable(node.properties().get(Metabase.KEY_TYPE)).map(kept -> kept.value())
                .filter(Value.Text.class::isInstance).map(value -> ((Value.Text) value).text());
    }

    private static Optional<Refused> refused(MetabaseKey key, String property, String why) {
        return Optional.of(new Refused(key, property, property + " of " + key + " " + why + "."));
    }

    private static String shown(Value value) {
        if (value instanceof Value.Text text) {
            return "\"" + text.text() + "\"";
        } else if (value instanceof Value.Number number) {
            return Long.toString(number.number());
        } else if (value instanceof Value.Flag flag) {
            return Boolean.toString(flag.flag());
        }
        return value instanceof Value.Texts texts ? texts.texts().toString() : "that secret";
    }
}
