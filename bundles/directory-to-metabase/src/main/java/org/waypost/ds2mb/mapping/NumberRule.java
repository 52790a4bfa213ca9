package org.waypost.ds2mb.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waypost.directory.Entry;
import org.waypost.metabase.Value;

/** A whole number. @param min inclusive; @param max inclusive */
record NumberRule(String attribute, String property, long min, long max) implements AttributeRule {
    @Override
    public Set<String> attributes() {
        return Set.of(attribute);
    }

    @Override
    public Optional<Value> read(Entry entry) {
        return entry.value(attribute).map(text -> new Value.Number(checked(text)));
    }

    @Override
    public Map<String, List<String>> write(Optional<Value> value) {
        return Map.of(attribute, value.map(given -> List.of(Long.toString(checked(Values.text(given))))).orElse(List.of()));
    }

    private long checked(String text) {
        return Values.number(attribute, text, min, max);
    }
}
