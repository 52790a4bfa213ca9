package org.waypost.ds2mb.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.waypost.directory.Entry;
import org.waypost.metabase.Value;

/** Texts in one value, between commas; blanks and semicolons are read too. @param checked as that of {@link TextRule} */
record ListRule(String attribute, String property, UnaryOperator<String> checked) implements AttributeRule {
    @Override
    public Set<String> attributes() {
        return Set.of(attribute);
    }

    @Override
    public Optional<Value> read(Entry entry) {
        List<String> texts = entry.value(attribute).stream().flatMap(value -> Arrays.stream(value.split("[,;\\s]+")))
                .filter(text -> !text.isEmpty()).map(checked).toList();
        return texts.isEmpty() ? Optional.empty() : Optional.of(new Value.Texts(texts));
    }

    @Override
    public Map<String, List<String>> write(Optional<Value> value) {
        List<String> texts = value.map(Values::texts).orElse(List.of()).stream().map(checked).toList();
        return Map.of(attribute, texts.isEmpty() ? List.of() : List.of(String.join(",", texts)));
    }
}
