package org.waypost.link.codec;

import java.util.HexFormat;

/**
 * Writes nodes: {@code (word word (word))}. A word of letters, digits and {@code .:*_-} stands as it is, any other in
 * quotes, where a backslash and four hex digits stand for a UTF-16 unit that is a quote, a backslash or not printable
 * ASCII.
 */
final class NodeWriter {
    private static final HexFormat HEX = HexFormat.of();

    private final StringBuilder text = new StringBuilder();

    static String write(Node node) {
        NodeWriter writer = new NodeWriter();
        writer.node(node);
        return writer.text.toString();
    }

    private void node(Node node) {
        if (node instanceof Node.Word word) {
            word(word.text());
            return;
        }
        text.append('(');
        boolean first = true;
        for (Node part : ((Node.Items) node).nodes()) {
            if (!first) {
                text.append(' ');
            }
            first = false;
            node(part);
        }
        text.append(')');
    }

    private void word(String word) {
        if (isPlain(word)) {
            text.append(word);
            return;
        }
        text.append('"');
        for (int i = 0; i < word.length(); i++) {
            char unit = word.charAt(i);
            if (isQuotable(unit)) {
                text.append(unit);
            } else {
                text.append('\\').append(HEX.toHexDigits(unit));
            }
        }
        text.append('"');
    }

    private static boolean isPlain(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!isPlain(word.charAt(i))) {
                return false;
            }
        }
        return !word.isEmpty();
    }

    static boolean isPlain(int unit) {
        return unit >= 'a' && unit <= 'z' || unit >= 'A' && unit <= 'Z' || unit >= '0' && unit <= '9' || ".:*_-".indexOf(unit) >= 0;
    }

    static boolean isQuotable(int unit) {
        return unit >= ' ' && unit <= '~' && unit != '"' && unit != '\\';
    }
}
