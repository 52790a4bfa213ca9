package org.waypost.metabase.store;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.waypost.metabase.Metabase.Version;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.MetabaseWrite.Writer;
import org.waypost.metabase.Value;
import org.waypost.metabase.tree.History;
import org.waypost.metabase.tree.Kept;
import org.waypost.metabase.tree.Settings;

/** How keys, properties and versions are written in rows and copies. */
final class Forms {
    private static final int TEXT = 1;
    private static final int NUMBER = 2;
    private static final int FLAG = 3;
    private static final int TEXTS = 4;
    private static final int SECRET = 5;

    private Forms() {
    }

    static void properties(DataOutputStream out, SortedMap<String, Kept> properties) throws IOException {
        out.writeInt(properties.size());
        for (var property : properties.entrySet()) {
            text(out, property.getKey());
            kept(out, property.getValue());
        }
    }

    static SortedMap<String, Kept> properties(DataInputStream in) throws IOException {
        TreeMap<String, Kept> properties = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            properties.put(text(in), kept(in));
        }
        return properties;
    }

    static void past(DataOutputStream out, History.Past past) throws IOException {
        Version version = past.version();
        out.writeLong(version.version());
        instant(out, version.time());
        text(out, version.writer().name());
        text(out, version.summary());
        SortedMap<MetabaseKey, SortedMap<String, Value>> keys = past.settings().keys();
        out.writeInt(keys.size());
        for (var key : keys.entrySet()) {
            text(out, key.getKey().toString());
            out.writeInt(key.getValue().size());
            for (var setting : key.getValue().entrySet()) {
                text(out, setting.getKey());
                value(out, setting.getValue());
            }
        }
    }

    static History.Past past(DataInputStream in) throws IOException {
        Version version = new Version(in.readLong(), instant(in), Writer.valueOf(text(in)), text(in));
        TreeMap<MetabaseKey, SortedMap<String, Value>> keys = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            MetabaseKey key = MetabaseKey.of(text(in));
            TreeMap<String, Value> settings = new TreeMap<>();
            for (int properties = in.readInt(); properties > 0; properties--) {
                settings.put(text(in), value(in));
            }
            keys.put(key, settings);
        }
        return new History.Past(version, new Settings(keys));
    }

    static void text(DataOutputStream out, String text) throws IOException {
        out.writeInt(text.length());
        out.writeChars(text);
    }

    static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available() / Character.BYTES) {
            throw new IOException("a text is longer than its record");
        }
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(in.readChar());
        }
        return text.toString();
    }

    private static void kept(DataOutputStream out, Kept kept) throws IOException {
        value(out, kept.value());
        out.writeBoolean(kept.owner().isPresent());
        if (kept.owner().isPresent()) {
            text(out, kept.owner().get());
        }
        out.writeBoolean(kept.setting());
        out.writeBoolean(kept.hiding().isPresent());
        if (kept.hiding().isPresent()) {
            value(out, kept.hiding().get().value());
            instant(out, kept.hiding().get().until());
        }
    }

    private static Kept kept(DataInputStream in) throws IOException {
        Value value = value(in);
        Optional<String> owner = in.readBoolean() ? Optional.of(text(in)) : Optional.empty();
        boolean setting = in.readBoolean();
        Optional<Kept.Hiding> hiding = in.readBoolean() ? Optional.of(new Kept.Hiding(value(in), instant(in))) : Optional.empty();
        return new Kept(value, owner, setting, hiding);
    }

    private static void value(DataOutputStream out, Value value) throws IOException {
        if (value instanceof Value.Text text) {
            out.writeByte(TEXT);
            text(out, text.text());
        } else if (value instanceof Value.Number number) {
            out.writeByte(NUMBER);
            out.writeLong(number.number());
        } else if (value instanceof Value.Flag flag) {
            out.writeByte(FLAG);
            out.writeBoolean(flag.flag());
        } else if (value instanceof Value.Texts texts) {
            out.writeByte(TEXTS);
            out.writeInt(texts.texts().size());
            for (String text : texts.texts()) {
                text(out, text);
            }
        } else if (value instanceof Value.Secret secret) {
            out.writeByte(SECRET);
            text(out, secret.secret());
        }
    }

    private static Value value(DataInputStream in) throws IOException {
        int type = in.readByte();
        return switch (type) {
            case TEXT -> new Value.Text(text(in));
            case NUMBER -> new Value.Number(in.readLong());
            case FLAG -> new Value.Flag(in.readBoolean());
            case TEXTS -> new Value.Texts(texts(in));
            case SECRET -> new Value.Secret(text(in));
            default -> throw new IOException("a value has the unknown type " + type);
        };
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(text(in));
        }
        return texts;
    }

    private static void instant(DataOutputStream out, Instant instant) throws IOException {
        out.writeLong(instant.getEpochSecond());
        out.writeInt(instant.getNano());
    }

    private static Instant instant(DataInputStream in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }
}
