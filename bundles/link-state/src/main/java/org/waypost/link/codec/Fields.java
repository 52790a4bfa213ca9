package org.waypost.link.codec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Takes the nodes of a list one after the other, each as what it must be. */
final class Fields {
    private final List<Node> nodes;
    private int next;

    private Fields(List<Node> nodes) {
        this.nodes = nodes;
    }

    static Fields of(Node node) throws MalformedException {
        if (node instanceof Node.Items items) {
            return new Fields(items.nodes());
        }
        throw new MalformedException("a word where a list must be");
    }

    /** Reads one value. */
    interface Reader<T> {
        T read(Fields fields) throws MalformedException;
    }

    boolean hasNext() {
        return next < nodes.size();
    }

    String word() throws MalformedException {
        if (take() instanceof Node.Word word) {
            return word.text();
        }
        throw new MalformedException("a list where a word must be");
    }

    void expect(String word) throws MalformedException {
        if (!word().equals(word)) {
            throw new MalformedException("not a " + word);
        }
    }

    long number(long least, long most) throws MalformedException {
        String word = word();
        try {
            long number = Long.parseLong(word);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as a number out of range is
        }
        throw new MalformedException("not a number from " + least + " to " + most);
    }

    boolean flag() throws MalformedException {
        return number(0, 1) == 1;
    }

    UUID id() throws MalformedException {
        String word = word();
        try {
            return UUID.fromString(word);
        } catch (IllegalArgumentException e) {
            throw new MalformedException("not an id");
        }
    }

    <E extends Enum<E>> E constant(Class<E> type) throws MalformedException {
        String word = word();
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(word)) {
                return constant;
            }
        }
        throw new MalformedException("not a " + type.getSimpleName());
    }

    Fields fields() throws MalformedException {
        return of(take());
    }

    /** A list, with {@code reader} taking one element at a time. */
    <T> List<T> list(Reader<T> reader) throws MalformedException {
        Fields fields = fields();
        List<T> values = new ArrayList<>();
        while (fields.hasNext()) {
            values.add(reader.read(fields));
        }
        return values;
    }

    <T> Set<T> set(Reader<T> reader) throws MalformedException {
        return new HashSet<>(list(reader));
    }

    void end() throws MalformedException {
        if (hasNext()) {
            throw new MalformedException("a list with too many elements");
        }
    }

    private Node take() throws MalformedException {
        if (!hasNext()) {
            throw new MalformedException("a list with too few elements");
        }
        return nodes.get(next++);
    }
}
