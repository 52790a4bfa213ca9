package org.waypost.metabase.text;

import java.util.ArrayList;
import java.util.List;
import org.waypost.metabase.Value;

/** How a value is written. */
final class Literal {
    private Literal() {
    }

    /** @throws IllegalArgumentException for a secret, which is never written */
    static String write(Value value) {
        if (value instanceof Value.Text text) {
            return quoted(text.text());
        } else if (value instanceof Value.Texts texts) {
            return "[" + String.join(", ", texts.texts().stream().map(Literal::quoted).toList()) + "]";
        } else if (value instanceof Value.Number number) {
            return Long.toString(number.number());
        } else if (value instanceof Value.Flag flag) {
            return Boolean.toString(flag.flag());
        }
        throw new IllegalArgumentException("a secret is not written");
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == '"' || next == '\\') {
                quoted.append('\\').append(next);
            } else if (next == '\n') {
                quoted.append("\\n");
            } else if (Character.isISOControl(next) || Character.isSurrogate(next) || isLineEnd(next)) {
                quoted.append(String.format("\\u%04x", (int) next));
            } else {
                quoted.append(next);
            }
        }
        return quoted.append('"').toString();
    }

    /** @param cursor at the value's first character; stands behind its last one afterwards */
    static Value read(LineCursor cursor) {
        if (cursor.skip('"')) {
            return new Value.Text(cursor.quotedRest());
        } else if (cursor.skip('[')) {
            return new Value.Texts(texts(cursor));
        }
        String word = cursor.word();
        if (word.equals("true") || word.equals("false")) {
            return new Value.Flag(Boolean.parseBoolean(word));
        }
        try {
            return new Value.Number(Long.parseLong(word));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + word + "\" is no value: a text stands in quotes, texts in brackets,"
                    + " else there is a whole number, true or false", e);
        }
    }

    private static List<String> texts(LineCursor cursor) {
        List<String> texts = new ArrayList<>();
        cursor.skipBlanks();
        while (!cursor.skip(']')) {
            if (!texts.isEmpty()) {
                cursor.expect(',');
            }
            cursor.expect('"');
            texts.add(cursor.quotedRest());
            cursor.skipBlanks();
        }
        return texts;
    }

    /** Unicode's own line ends, at which editors may break. */
    private static boolean isLineEnd(char next) {
        return next == 0x2028 || next == 0x2029;
    }
}
