package org.waypost.link.codec;

import java.util.ArrayList;
import java.util.List;

/** Reads what {@link NodeWriter} writes, to a bounded depth and with words of a bounded length. */
final class NodeReader {
    static final int MAX_DEPTH = 8;
    static final int MAX_WORD = 4_096;

    private final String text;
    private int at;

    private NodeReader(String text) {
        this.text = text;
    }

    static Node read(String text) throws MalformedException {
        NodeReader reader = new NodeReader(text);
        Node node = reader.node(0);
        if (reader.at != text.length()) {
            throw new MalformedException("more than one value");
        }
        return node;
    }

    private Node node(int depth) throws MalformedException {
        return switch (peek()) {
            case '(' -> items(depth);
            case '"' -> new Node.Word(quoted());
            default -> new Node.Word(plain());
        };
    }

    private Node items(int depth) throws MalformedException {
        if (depth == MAX_DEPTH) {
            throw new MalformedException("nested too deep");
        }
        at++;
        List<Node> nodes = new ArrayList<>();
        while (peek() != ')') {
            if (!nodes.isEmpty()) {
                expect(' ');
            }
            nodes.add(node(depth + 1));
        }
        at++;
        return new Node.Items(nodes);
    }

    private String plain() throws MalformedException {
        int begin = at;
        while (at < text.length() && NodeWriter.isPlain(text.charAt(at))) {
            at++;
        }
        if (at == begin) {
            throw new MalformedException("a character that may not stand here");
        }
        return bounded(text.substring(begin, at));
    }

    private String quoted() throws MalformedException {
        at++;
        StringBuilder word = new StringBuilder();
        while (peek() != '"') {
            char unit = text.charAt(at++);
            if (unit == '\\') {
                word.append(escaped());
            } else if (NodeWriter.isQuotable(unit)) {
                word.append(unit);
            } else {
                throw new MalformedException("a character that may not stand here");
            }
        }
        at++;
        return bounded(word.toString());
    }

    private char escaped() throws MalformedException {
        if (at + 4 > text.length()) {
            throw new MalformedException("ends early");
        }
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(text.charAt(at++), 16);
            if (digit < 0) {
                throw new MalformedException("a bad escape");
            }
            unit = unit << 4 | digit;
        }
        return (char) unit;
    }

    private static String bounded(String word) throws MalformedException {
        if (word.length() > MAX_WORD) {
            throw new MalformedException("a word of more than " + MAX_WORD + " characters");
        }
        return word;
    }

    private char peek() throws MalformedException {
        if (at == text.length()) {
            throw new MalformedException("ends early");
        }
        return text.charAt(at);
    }

    private void expect(char wanted) throws MalformedException {
        if (peek() != wanted) {
            throw new MalformedException("a character that may not stand here");
        }
        at++;
    }
}
