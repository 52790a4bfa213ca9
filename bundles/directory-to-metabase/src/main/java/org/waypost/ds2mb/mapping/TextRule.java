package org.waypost.ds2mb.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.waypost.directory.Entry;
import org.waypost.metabase.Value;

/** A text. @param checked gives it its normal form, or throws an {@link IllegalArgumentException} */
record TextRule(String attribute, String property, UnaryOperator<String> checked) implements AttributeRule {
    @Override
    public Set<String> attributes() {
        return Set.of(attribute);
    }

    @Override
    public Optional<Value> read(Entry entry) {
        return entry.value(attribute).map(text -> new Value.Text(checked.apply(text)));
    }

    @Override
    public Map<String, List<String>> write(Optional<Value> value) {
        return Map.of(attribute, value.map(given -> List.of(checked.apply(Values.text(given)))).orElse(List.of()));
    }
}
