package org.waypost.testkit.metabase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.waypost.metabase.Edit;
import org.waypost.metabase.KeyView;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.MetabaseWrite.Writer;
import org.waypost.metabase.Property;
import org.waypost.metabase.Written.Refused;

/** All keys, each with its own properties; to be changed as a copy. */
final class MemoryTree {
    private final SortedMap<MetabaseKey, SortedMap<String, MemoryProperty>> keys = new TreeMap<>();

    MemoryTree copy() {
        MemoryTree copy = new MemoryTree();
        keys.forEach((key, properties) -> copy.keys.put(key, new TreeMap<>(properties)));
        return copy;
    }

    List<MetabaseKey> below(MetabaseKey root) {
        return keys.tailMap(root).keySet().stream().takeWhile(root::contains).toList();
    }

    /** @return its own properties; the key and those above are made if they are not there */
    SortedMap<String, MemoryProperty> made(MetabaseKey key) {
        key.parent().ifPresent(this::made);
        return keys.computeIfAbsent(key, absent -> new TreeMap<>());
    }

    SortedMap<String, MemoryProperty> own(MetabaseKey key) {
        return keys.getOrDefault(key, new TreeMap<>());
    }

    void remove(MetabaseKey key) {
        below(key).forEach(keys::remove);
    }

    Optional<KeyView> view(MetabaseKey key) {
        if (!keys.containsKey(key)) {
            return Optional.empty();
        }
        TreeMap<String, Property> properties = new TreeMap<>();
        for (Optional<MetabaseKey> at = Optional.of(key); at.isPresent(); at = at.get().parent()) {
            MetabaseKey from = at.get();
            own(from).forEach((name, property) -> {
                if (from.equals(key) || !name.equals(Metabase.KEY_TYPE)) {
                    properties.putIfAbsent(name, property.seen(from));
                }
            });
        }
        TreeSet<String> children = new TreeSet<>();
        below(key).stream().filter(child -> child.parent().equals(Optional.of(key))).forEach(child -> children.add(child.name()));
        return Optional.of(new KeyView(key, properties, children));
    }

    /** Makes an edit, unless it is refused. */
    Optional<Refused> apply(Writer writer, Edit edit) {
        boolean local = writer != Writer.REPLICATION;
        if (edit instanceof Edit.Remove) {
            for (MetabaseKey key : below(edit.key())) {
                for (var property : own(key).entrySet()) {
                    if (local && property.getValue().owner().isPresent()) {
                        return Optional.of(owned(key, property.getKey(), property.getValue()));
                    }
                }
            }
            remove(edit.key());
            return Optional.empty();
        }
        if (edit instanceof Edit.Set set) {
            MemoryProperty before = own(set.key()).get(set.property());
            if (local && before != null && before.owner().isPresent()) {
                return Optional.of(owned(set.key(), set.property(), before));
            }
            if (local && set.owner().isPresent()) {
                return Optional.of(new Refused(set.key(), set.property(),
                        set.property() + " of " + set.key() + " cannot be given an owner: only replication does that."));
            }
            made(set.key()).put(set.property(), new MemoryProperty(set.value(), set.owner(), writer == Writer.ADMINISTRATOR,
                    set.owner().isEmpty() || before == null ? Optional.empty() : before.hiding()));
            return Optional.empty();
        }
        if (edit instanceof Edit.Unset unset) {
            MemoryProperty before = own(unset.key()).get(unset.property());
            if (local && before != null && before.owner().isPresent()) {
                return Optional.of(owned(unset.key(), unset.property(), before));
            }
            own(unset.key()).remove(unset.property());
            return Optional.empty();
        }
        if (edit instanceof Edit.Override override) {
            return hide(override.key(), override.property(),
                    Optional.of(new MemoryProperty.Hiding(override.value(), override.until())));
        }
        Edit.EndOverride end = (Edit.EndOverride) edit;
        own(end.key()).computeIfPresent(end.property(), (name, before) -> before.hiding(Optional.empty()));
        return Optional.empty();
    }

    /** What administrators have set. */
    SortedMap<MetabaseKey, SortedMap<String, MemoryProperty>> settings() {
        SortedMap<MetabaseKey, SortedMap<String, MemoryProperty>> settings = new TreeMap<>();
        keys.forEach((key, properties) -> {
            SortedMap<String, MemoryProperty> own = new TreeMap<>(properties);
            own.values().removeIf(property -> !property.setting());
            if (!own.isEmpty()) {
                settings.put(key, own);
            }
        });
        return settings;
    }

    void endOverrides(Instant now) {
        keys.values().forEach(properties -> properties.replaceAll((name, property) ->
                property.hiding(property.hiding().filter(hiding -> hiding.until().isAfter(now)))));
    }

    private Optional<Refused> hide(MetabaseKey key, String name, Optional<MemoryProperty.Hiding> hiding) {
        MemoryProperty before = own(key).get(name);
        if (before == null || before.owner().isEmpty()) {
            return Optional.of(new Refused(key, name, name + " of " + key + " is not replicated: set it instead of overriding it."));
        }
        own(key).put(name, before.hiding(hiding));
        return Optional.empty();
    }

    private static Refused owned(MetabaseKey key, String name, MemoryProperty property) {
        return new Refused(key, name, name + " of " + key + " belongs to " + property.owner().orElseThrow()
                + ": change it there, or use a timed override.");
    }

    /** Local settings become those of another tree; replicated properties and the state of services stay. */
    void takeSettings(MemoryTree then) {
        for (MetabaseKey key : new ArrayList<>(keys.keySet())) {
            own(key).values().removeIf(MemoryProperty::setting);
        }
        then.keys.forEach((key, properties) -> properties.forEach((name, property) -> {
            if (property.setting()) {
                made(key).putIfAbsent(name, property);
            }
        }));
        then.keys.keySet().forEach(this::made);
        for (MetabaseKey key : new ArrayList<>(keys.keySet())) {
            if (!then.keys.containsKey(key) && below(key).stream().allMatch(each -> own(each).isEmpty())) {
                remove(key);
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MemoryTree tree && keys.equals(tree.keys);
    }

    @Override
    public int hashCode() {
        return keys.hashCode();
    }
}
