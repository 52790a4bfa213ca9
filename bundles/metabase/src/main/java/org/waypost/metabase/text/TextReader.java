package org.waypost.metabase.text;

import java.util.SortedMap;
import java.util.TreeMap;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.Value;
import org.waypost.metabase.tree.Settings;

/** Reads what {@link TextWriter} writes, and what a person made of it. */
public final class TextReader {
    private final TreeMap<MetabaseKey, SortedMap<String, Value>> keys = new TreeMap<>();
    private SortedMap<String, Value> current;

    private TextReader() {
    }

    /** @throws IllegalArgumentException with a sentence that names line and reason */
    public static Settings read(String text) {
        TextReader reader = new TextReader();
        int number = 0;
        for (String line : text.split("\r?\n")) {
            number++;
            try {
                reader.line(line.strip());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("Line " + number + ": " + e.getMessage() + ".", e);
            }
        }
        return new Settings(reader.keys);
    }

    private void line(String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        if (line.startsWith("[")) {
            key(line);
        } else {
            property(new LineCursor(line));
        }
    }

    private void key(String line) {
        if (!line.endsWith("]")) {
            throw new IllegalArgumentException("']' is missing at the end");
        }
        String path = line.substring(1, line.length() - 1);
        MetabaseKey key = MetabaseKey.parse(path)
                .orElseThrow(() -> new IllegalArgumentException("\"" + path + "\" is no key: it begins with a slash, and no name is empty"));
        current = new TreeMap<>();
        if (keys.put(key, current) != null) {
            throw new IllegalArgumentException(key + " is there twice");
        }
    }

    private void property(LineCursor cursor) {
        if (current == null) {
            throw new IllegalArgumentException("a property stands before the first key");
        }
        String name = cursor.skip('"') ? cursor.quotedRest() : cursor.word();
        cursor.expect('=');
        Value value = Literal.read(cursor);
        if (!cursor.atEnd()) {
            throw new IllegalArgumentException("something follows the value of " + name);
        }
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a name is missing before '='");
        }
        if (current.put(name, value) != null) {
            throw new IllegalArgumentException(name + " is there twice");
        }
    }
}
