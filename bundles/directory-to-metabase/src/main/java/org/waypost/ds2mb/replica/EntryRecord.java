package org.waypost.ds2mb.replica;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.waypost.directory.Entry;
import org.waypost.ds2mb.mapping.Settings;
import org.waypost.metabase.Edit;
import org.waypost.metabase.KeyView;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.Value;

/** An entry as it is kept in a key: its DN, and each attribute as a property. */
final class EntryRecord {
    private static final String DN = "dn";
    private static final String LINE = "\n";

    private EntryRecord() {}

    static List<Edit> write(MetabaseKey key, Entry entry) {
        List<Edit> edits = new ArrayList<>();
        edits.add(new Edit.Set(key, DN, new Value.Text(entry.dn()), Optional.empty()));
        entry.attributes().forEach((name, values) -> edits.add(new Edit.Set(key, name, kept(values), Optional.empty())));
        return edits;
    }

    /** Empty if the key does not hold one. @param others names of properties that are no attributes */
    static Optional<Entry> read(KeyView view, List<String> others) {
        Map<String, List<String>> attributes = new TreeMap<>();
        view.properties().forEach((name, property) -> {
            if (property.from().equals(view.key()) && !name.equals(DN) && !others.contains(name)) {
                attributes.put(name, values(property.value()));
            }
        });
        return view.value(DN).filter(Value.Text.class::isInstance)
                .map(dn -> new Entry(((Value.Text) dn).text(), UUID.fromString(view.key().name()), attributes));
    }

    /** Values of which one is a secret are a secret together. */
    private static Value kept(List<String> values) {
        return values.stream().anyMatch(Settings::isSecret) ? new Value.Secret(String.join(LINE, values)) : new Value.Texts(values);
    }

    private static List<String> values(Value value) {
        if (value instanceof Value.Texts texts) {
            return texts.texts();
        }
        return value instanceof Value.Secret secret ? List.of(secret.secret().split(LINE)) : List.of();
    }
}
