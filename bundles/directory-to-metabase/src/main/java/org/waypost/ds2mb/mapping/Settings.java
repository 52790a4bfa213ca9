package org.waypost.ds2mb.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.Value;

/**
 * The values {@code key=value} of the one attribute that takes every property without a published attribute, so that
 * a new key of a new version needs no new schema in the directory.
 */
public final class Settings {
    public static final String ATTRIBUTE = "waypostSetting";
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,254}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private Settings() {}

    /** Whether a value of the attribute holds what must be kept out of displays. */
    public static boolean isSecret(String setting) {
        return Values.isSecret(key(setting));
    }

    /** @throws IllegalArgumentException that names the value and what is allowed */
    static SortedMap<String, Value> read(String pid, List<String> settings, Surroundings.SchemaLookup schema) {
        SortedMap<String, Value> properties = new TreeMap<>();
        for (String setting : settings) {
            String key = key(setting);
            if (!KEY.matcher(key).matches() || key.equals(Metabase.KEY_TYPE) || !setting.contains("=")) {
                throw new IllegalArgumentException(ATTRIBUTE + ": \"" + key + "\" is not a key and its value in the form key=value");
            }
            String value = setting.substring(setting.indexOf('=') + 1).strip();
            if (CONTROL.matcher(value).find()) {
                throw new IllegalArgumentException(ATTRIBUTE + ": the value of " + key + " has control characters");
            }
            if (properties.put(key, Values.typed(key, value, schema.schema(pid, key))) != null) {
                throw new IllegalArgumentException(ATTRIBUTE + " has " + key + " twice");
            }
        }
        return properties;
    }

    /** The values with that one instead of its own. @param value empty to take it away */
    static List<String> with(List<String> settings, String key, Optional<Value> value) {
        List<String> changed = new ArrayList<>(settings.stream().filter(setting -> !key(setting).equals(key)).toList());
        value.ifPresent(given -> changed.add(key + "=" + Values.text(given)));
        return changed;
    }

    /** The text of one key. */
    static Optional<String> value(List<String> settings, String key) {
        return settings.stream().filter(setting -> key(setting).equals(key)).findFirst()
                .map(setting -> setting.substring(setting.indexOf('=') + 1).strip());
    }

    private static String key(String setting) {
        int equals = setting.indexOf('=');
        return (equals < 0 ? setting : setting.substring(0, equals)).strip();
    }
}
