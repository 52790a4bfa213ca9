package org.waypost.metabase.etc;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.waypost.metabase.Edit;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.Value;
import org.waypost.metabase.schema.KeyTypes;
import org.waypost.metabase.schema.PidPaths;

/**
 * A file of settings, {@code PID.cfg} or, of a factory, {@code PID-NAME.cfg} or {@code PID~NAME.cfg}.
 *
 * @param file its place
 * @param pid of the component or factory
 * @param key where its settings belong in the metabase
 * @param properties as they stand in it
 */
record CfgFile(Path file, String pid, MetabaseKey key, SortedMap<String, String> properties) {
    private static final String NAME = "name";

    /** The pid of a file's name. */
    static String pid(Path file) {
        return base(file).split("[~-]", 2)[0];
    }

    /** @throws IOException if it cannot be read, or does not hold properties */
    static CfgFile read(Path file) throws IOException {
        Properties read = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            read.load(text);
        } catch (IllegalArgumentException e) {
            throw new IOException("it has a malformed escape", e);
        }
        TreeMap<String, String> properties = new TreeMap<>();
        read.stringPropertyNames().forEach(name -> properties.put(name, read.getProperty(name).trim()));
        String[] parts = base(file).split("[~-]", 2);
        Optional<String> name = parts.length < 2 ? Optional.empty() : Optional.of(properties.getOrDefault(NAME, parts[1]));
        try {
            return new CfgFile(file, parts[0], PidPaths.key(parts[0], name), properties);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** What sets these settings, and their key's type, in the metabase. */
    List<Edit> edits(KeyTypes types) {
        List<Edit> edits = new ArrayList<>();
        edits.add(set(Metabase.KEY_TYPE, new Value.Text(pid)));
        properties.forEach((name, text) -> {
            if (!name.equals(NAME) || !text.equals(key.name())) {
                edits.add(set(name, value(types, name, text)));
            }
        });
        return edits;
    }

    /** What a person types to set the first of them. */
    String command() {
        return properties.isEmpty() ? "metabase:set " + key + " NAME VALUE"
                : "metabase:set " + key + " " + properties.firstKey() + " \"" + properties.get(properties.firstKey()) + "\"";
    }

    private Edit set(String property, Value value) {
        return new Edit.Set(key, property, value, Optional.empty());
    }

    private Value value(KeyTypes types, String name, String text) {
        Value plain = new Value.Text(text);
        return types.find(pid).map(type -> type.attributes().get(name)).flatMap(attribute -> attribute.convert(plain))
                .map(CfgFile::typed).orElse(plain);
    }

    private static Value typed(Object converted) {
        if (converted instanceof Boolean flag) {
            return new Value.Flag(flag);
        } else if (converted instanceof Number number) {
            return new Value.Number(number.longValue());
        }
        return converted instanceof String[] texts ? new Value.Texts(List.of(texts)) : new Value.Text((String) converted);
    }

    private static String base(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ".cfg".length());
    }
}
