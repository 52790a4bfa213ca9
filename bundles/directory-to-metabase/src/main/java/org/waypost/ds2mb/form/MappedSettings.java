package org.waypost.ds2mb.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.waypost.directory.Entry;
import org.waypost.ds2mb.mapping.ConfigurationMapping;
import org.waypost.ds2mb.mapping.Names;
import org.waypost.ds2mb.mapping.VirtualServerMapping;
import org.waypost.metabase.PropertySchema;
import org.waypost.settings.Field;
import org.waypost.settings.ObjectKind;
import org.waypost.settings.ObjectSettings;
import org.waypost.settings.Standing;

/** The forms over the tables of the mapping. Any thread. */
public final class MappedSettings implements ObjectSettings {
    private final Function<String, List<PropertySchema>> schemas;
    private final Function<Entry, Standing> standing;

    /** @param schemas by pid; @param standing of a replicated object */
    public MappedSettings(Function<String, List<PropertySchema>> schemas, Function<Entry, Standing> standing) {
        this.schemas = Objects.requireNonNull(schemas);
        this.standing = Objects.requireNonNull(standing);
    }

    private List<FormField> all(ObjectKind kind) {
        return switch (kind) {
            case VIRTUAL_SERVER -> VirtualServerFields.of(schemas.apply(VirtualServerMapping.PID));
            case SMTP_CONNECTOR -> ConnectorFields.SMTP;
            case ROUTING_GROUP_CONNECTOR -> ConnectorFields.ROUTING_GROUP;
        };
    }

    @Override
    public List<Field> fields(ObjectKind kind) {
        return all(kind).stream().map(FormField::field).toList();
    }

    @Override
    public Set<String> attributes(ObjectKind kind) {
        Set<String> attributes = new HashSet<>(ConfigurationMapping.attributes());
        all(kind).forEach(each -> attributes.addAll(each.field().attributes()));
        return attributes;
    }

    @Override
    public Map<String, List<String>> read(ObjectKind kind, Entry entry) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (FormField each : all(kind)) {
            List<String> found = each.read(entry);
            if (!found.isEmpty()) {
                values.put(each.field().key(), found);
            }
        }
        return values;
    }

    @Override
    public Change change(ObjectKind kind, Entry entry, Map<String, List<String>> values) {
        List<FormField> fields = all(kind);
        String object = ObjectSettings.named(kind, Names.nameOf(entry.dn()).orElse(entry.dn()));
        Map<String, String> faults = new TreeMap<>(unknown(fields, values.keySet(), object));
        wrongName(kind, entry).ifPresent(name -> faults.put("name", "The name of a virtual server is \"" + name + "\", allowed are "
                + VirtualServerMapping.NAMES_ALLOWED + "."));
        Map<String, List<String>> attributes = new TreeMap<>();
        Entry changed = entry;
        for (FormField each : fields) {
            Optional<List<String>> wanted = Optional.ofNullable(values.get(each.field().key())).map(MappedSettings::stripped);
            Optional<String> fault = each.fault(wanted.orElseGet(() -> each.field().required() ? each.read(entry) : List.of()));
            if (fault.isPresent()) {
                faults.put(each.field().key(), each.field().label() + " of " + object + " " + fault.get() + ".");
            } else if (wanted.isPresent()) {
                changed = apply(each, changed, wanted.get(), object, attributes, faults);
            }
        }
        together(kind, changed, object, faults);
        return faults.isEmpty() ? new Change.Attributes(attributes) : new Change.Faults(faults);
    }

    /** Of a new one; another one could not be mended here. */
    private static Optional<String> wrongName(ObjectKind kind, Entry entry) {
        return kind == ObjectKind.VIRTUAL_SERVER && entry.attributes().isEmpty()
                ? Names.nameOf(entry.dn()).filter(name -> !VirtualServerMapping.isName(name)) : Optional.empty();
    }

    private static Entry apply(FormField field, Entry entry, List<String> wanted, String object, Map<String, List<String>> attributes,
            Map<String, String> faults) {
        try {
            Map<String, List<String>> written = field.write(entry, wanted);
            attributes.putAll(written);
            Map<String, List<String>> all = new TreeMap<>(entry.attributes());
            all.putAll(written);
            all.values().removeIf(List::isEmpty);
            return new Entry(entry.dn(), entry.id(), all);
        } catch (IllegalArgumentException e) {
            faults.put(field.field().key(), field.field().label() + " of " + object + ": " + e.getMessage() + ".");
            return entry;
        }
    }

    /** What fields ask of each other. */
    private void together(ObjectKind kind, Entry changed, String object, Map<String, String> faults) {
        if (!faults.isEmpty() || !kind.isConnector()) {
            return;
        }
        Map<String, List<String>> values = read(kind, changed);
        if (values.containsKey("oversize") != values.containsKey("oversizeSchedule")) {
            faults.put(values.containsKey("oversize") ? "oversizeSchedule" : "oversize",
                    "Oversize above and the oversize schedule of " + object + " must be given both or neither.");
        }
        if (kind == ObjectKind.SMTP_CONNECTOR && !values.containsKey("addressSpaces") && !values.containsKey("connectedGroups")) {
            faults.put("addressSpaces", "Address spaces of " + object + " must be given, or a connected routing group: without them nothing"
                    + " would go through it.");
        }
    }

    private static Map<String, String> unknown(List<FormField> fields, Set<String> keys, String object) {
        List<String> left = new ArrayList<>(keys);
        fields.forEach(each -> left.remove(each.field().key()));
        Map<String, String> faults = new TreeMap<>();
        left.forEach(key -> faults.put(key, "There is no setting " + key + " of " + object + "."));
        return faults;
    }

    private static List<String> stripped(List<String> values) {
        return values.stream().map(String::strip).filter(value -> !value.isEmpty()).distinct().toList();
    }

    @Override
    public Standing standing(ObjectKind kind, Entry entry) {
        return standing.apply(entry);
    }
}
