package org.waypost.admin.core;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.waypost.directory.Entry;
import org.waypost.settings.Field;
import org.waypost.settings.Field.Type;
import org.waypost.settings.ObjectKind;
import org.waypost.settings.ObjectSettings;
import org.waypost.settings.Standing;

/** Each field is an attribute of that name, or of another; a cost of 0 is wrong. */
final class PlainSettings implements ObjectSettings {
    private static final Map<String, String> ATTRIBUTES = new TreeMap<>(Map.of("cost", "cost", "smartHost", "msExchSmtpSmartHost", "addressSpaces",
            "routingList", "sourceBridgeheads", "msExchSourceBridgeheadServersDN", "targetGroup", "msExchDestinationRGDN",
            "allowedSenders", "authOrig", "bindings", "msExchServerBindings"));

    private static Field field(String key, Type type, boolean many) {
        String standard = key.equals("bindings") ? "127.0.0.1:2525" : "";
        return new Field(key, key, "", type, Optional.empty(), Optional.empty(), List.of(), standard, false, many, List.of(ATTRIBUTES.get(key)));
    }

    @Override
    public List<Field> fields(ObjectKind kind) {
        return List.of(field("cost", Type.NUMBER, false), field("smartHost", Type.TEXT, false), field("addressSpaces", Type.TEXT, true),
                field("sourceBridgeheads", Type.SERVER, true), field("targetGroup", Type.GROUP, false),
                field("allowedSenders", Type.SENDER, true), field("bindings", Type.TEXT, true));
    }

    @Override
    public Set<String> attributes(ObjectKind kind) {
        return Set.copyOf(ATTRIBUTES.values());
    }

    @Override
    public Map<String, List<String>> read(ObjectKind kind, Entry entry) {
        Map<String, List<String>> values = new TreeMap<>();
        ATTRIBUTES.forEach((key, attribute) -> values.put(key, entry.values(attribute)));
        values.values().removeIf(List::isEmpty);
        return values;
    }

    @Override
    public Change change(ObjectKind kind, Entry entry, Map<String, List<String>> values) {
        if (values.getOrDefault("cost", List.of()).contains("0")) {
            return new Change.Faults(Map.of("cost", "Cost is 0."));
        }
        Map<String, List<String>> attributes = new TreeMap<>();
        values.forEach((key, given) -> attributes.put(ATTRIBUTES.get(key), given));
        return new Change.Attributes(attributes);
    }

    @Override
    public Standing standing(ObjectKind kind, Entry entry) {
        return Standing.IN_FORCE;
    }
}
