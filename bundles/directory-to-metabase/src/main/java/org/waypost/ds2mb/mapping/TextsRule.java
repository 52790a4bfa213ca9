package org.waypost.ds2mb.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.waypost.directory.Entry;
import org.waypost.metabase.Value;

/** Texts, one for each value. @param checked as that of {@link TextRule} */
record TextsRule(String attribute, String property, UnaryOperator<String> checked) implements AttributeRule {
    @Override
    public Set<String> attributes() {
        return Set.of(attribute);
    }

    @Override
    public Optional<Value> read(Entry entry) {
        List<String> texts = entry.values(attribute).stream().map(checked).toList();
        return texts.isEmpty() ? Optional.empty() : Optional.of(new Value.Texts(texts));
    }

    @Override
    public Map<String, List<String>> write(Optional<Value> value) {
        return Map.of(attribute, value.map(Values::texts).orElse(List.of()).stream().map(checked).toList());
    }
}
