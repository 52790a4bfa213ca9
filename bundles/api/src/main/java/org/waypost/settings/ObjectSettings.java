package org.waypost.settings;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.waypost.directory.Entry;

/**
 * How settings stand in the objects of the directory: the mapping that the replication to the metabase reads by, also the
 * other way. It asks and changes nothing. Any thread; answers at once. Values are text; a setting without a value has its
 * default.
 */
@ProviderType
public interface ObjectSettings {
    /** In the order in which a form shows them. Those of a component that is away are missing. */
    List<Field> fields(ObjectKind kind);

    /** All attributes that must be read of an entry for it to be shown, changed and compared. */
    Set<String> attributes(ObjectKind kind);

    /** What is set, by key. A value that nobody could use is shown as it is. */
    Map<String, List<String>> read(ObjectKind kind, Entry entry);

    /**
     * How an object must change.
     *
     * @param entry as it is now; without attributes for a new one
     * @param values of the fields that change, by key; an empty list for the default
     */
    Change change(ObjectKind kind, Entry entry, Map<String, List<String>> values);

    /** Of an object as the directory has it now. */
    Standing standing(ObjectKind kind, Entry entry);

    /** See {@link #change}. */
    sealed interface Change {
        /** @param attributes with all their new values; an empty list for one that must go */
        record Attributes(Map<String, List<String>> attributes) implements Change {
            public Attributes {
                attributes = Map.copyOf(attributes);
            }
        }

        /** It would not be understood. @param byField sentences by key: what is wrong and what is allowed; under "" about the whole */
        record Faults(Map<String, String> byField) implements Change {
            public Faults {
                byField = Map.copyOf(byField);
            }
        }
    }

    /** For messages. */
    static String named(ObjectKind kind, String name) {
        return "the " + Objects.requireNonNull(kind).words() + " " + Objects.requireNonNull(name);
    }
}
