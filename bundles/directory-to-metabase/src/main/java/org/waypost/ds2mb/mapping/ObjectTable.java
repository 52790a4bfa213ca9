package org.waypost.ds2mb.mapping;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.waypost.directory.Entry;
import org.waypost.metabase.Value;

/** Which attributes of one kind of object stand for which properties. Whoever changes a property by the directory uses it too. */
public final class ObjectTable {
    private final String pid;
    private final List<AttributeRule> rules;

    /** @param pid that its properties are keys of; empty if of none */
    ObjectTable(String pid, AttributeRule... rules) {
        this.pid = pid;
        this.rules = List.of(rules);
    }

    Set<String> attributes() {
        Set<String> attributes = new TreeSet<>(Set.of(Settings.ATTRIBUTE));
        rules.forEach(rule -> attributes.addAll(rule.attributes()));
        return Collections.unmodifiableSet(attributes);
    }

    /** @throws IllegalArgumentException that names attribute, value and what is allowed */
    SortedMap<String, Value> read(Entry entry, Surroundings.SchemaLookup schema) {
        SortedMap<String, Value> properties = Settings.read(pid, entry.values(Settings.ATTRIBUTE), schema);
        for (AttributeRule rule : rules) {
            rule.read(entry).ifPresent(value -> {
                if (properties.put(rule.property(), value) != null) {
                    throw new IllegalArgumentException(Settings.ATTRIBUTE + " has " + rule.property() + ", which "
                            + String.join(" and ", rule.attributes()) + " stands for");
                }
            });
        }
        return properties;
    }

    /**
     * How the object must change for a property to become that.
     *
     * @param entry as it is now
     * @param value empty for the property's default
     * @return attributes with all their new values, an empty list for one that must go
     * @throws IllegalArgumentException that names attribute, value and what is allowed
     */
    public Map<String, List<String>> write(Entry entry, String property, Optional<Value> value) {
        return rule(property).map(rule -> rule.write(value))
                .orElseGet(() -> Map.of(Settings.ATTRIBUTE, Settings.with(entry.values(Settings.ATTRIBUTE), property, value)));
    }

    /** Whether a property has no attribute of its own. */
    public boolean isSetting(String property) {
        return rule(property).isEmpty();
    }

    /** Those that stand for one property. */
    public Set<String> attributes(String property) {
        return rule(property).map(AttributeRule::attributes).orElse(Set.of(Settings.ATTRIBUTE));
    }

    /**
     * What stands for one property now, as people write it; what cannot be understood is shown as it is.
     *
     * @param separator of the parts of a setting that has several; empty if it has one
     */
    public List<String> shown(Entry entry, String property, String separator) {
        Optional<AttributeRule> rule = rule(property);
        if (rule.isEmpty()) {
            return Settings.value(entry.values(Settings.ATTRIBUTE), property).map(text -> Values.split(text, separator)).orElse(List.of());
        }
        try {
            return rule.get().read(entry).map(value -> value instanceof Value.Texts texts ? texts.texts() : List.of(Values.text(value)))
                    .orElse(List.of());
        } catch (IllegalArgumentException e) {
            return rule.get().attributes().stream().flatMap(attribute -> entry.values(attribute).stream()).toList();
        }
    }

    private Optional<AttributeRule> rule(String property) {
        return rules.stream().filter(rule -> rule.property().equals(property)).findFirst();
    }
}
