package org.waypost.link.codec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** A word, or a list of nodes. */
sealed interface Node {
    /** A word. */
    record Word(String text) implements Node {}

    /** A list. */
    record Items(List<Node> nodes) implements Node {
        public Items {
            nodes = List.copyOf(nodes);
        }
    }

    /** @param parts nodes as they are, all others as words */
    static Items list(Object... parts) {
        List<Node> nodes = new ArrayList<>(parts.length);
        for (Object part : parts) {
            nodes.add(part instanceof Node node ? node : new Word(part.toString()));
        }
        return new Items(nodes);
    }

    static <T> Items list(Collection<T> values, Function<T, Node> form) {
        return new Items(values.stream().map(form).toList());
    }

    static Items words(Collection<?> values) {
        return new Items(values.stream().map(value -> (Node) new Word(value.toString())).toList());
    }

    /** For sets, which have no order of their own. */
    static Items sorted(Collection<?> values) {
        return new Items(values.stream().map(Object::toString).sorted().map(text -> (Node) new Word(text)).toList());
    }
}
