package org.waypost.ds2mb.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.waypost.ds2mb.mapping.ObjectTable;
import org.waypost.ds2mb.mapping.VirtualServerMapping;
import org.waypost.metabase.PropertySchema;
import org.waypost.settings.Field.Type;

/** The fields of virtual servers, of which all but the smart host are what the component of that pid takes. */
final class VirtualServerFields {
    private static final ObjectTable TABLE = VirtualServerMapping.TABLE;
    /** It is the name of the object. */
    private static final String NAME = "name";
    private static final String SETTING_SEPARATOR = ",";
    private static final Map<String, String> ABBREVIATIONS = Map.of("tls", "TLS", "Tls", "TLS", "Dns", "DNS");

    private VirtualServerFields() {}

    /** @param schemas in the order of the form */
    static List<FormField> of(List<PropertySchema> schemas) {
        List<FormField> fields = new ArrayList<>(schemas.stream().filter(schema -> !schema.name().equals(NAME))
                .map(VirtualServerFields::field).toList());
        fields.add(FieldBuilder.field(VirtualServerMapping.ROUTING, "smartHost", "Smart host", "Takes what no connector takes: NAME,"
                + " [ADDRESS] or mx:DOMAIN, each with an optional :PORT. Default: none.").build());
        return fields;
    }

    private static FormField field(PropertySchema schema) {
        FieldBuilder builder = FieldBuilder.field(TABLE, schema.name(), label(schema.name()), schema.description())
                .standard(schema.standard()).oneOf(schema.options().toArray(String[]::new));
        switch (schema.type()) {
            case "number" -> builder.number(schema.min().orElse(Long.MIN_VALUE), schema.max().orElse(Long.MAX_VALUE));
            case "flag" -> builder.is(Type.FLAG);
            case "texts" -> several(schema, builder);
            default -> builder.is(Type.TEXT);
        }
        return builder.build();
    }

    private static void several(PropertySchema schema, FieldBuilder builder) {
        if (TABLE.isSetting(schema.name())) {
            builder.many(SETTING_SEPARATOR);
        } else {
            builder.many();
        }
    }

    /** maxMessageSize as "Max message size". */
    private static String label(String key) {
        StringBuilder label = new StringBuilder();
        for (String word : key.split("(?=[A-Z])")) {
            label.append(label.isEmpty() ? "" : " ").append(ABBREVIATIONS.getOrDefault(word, word.toLowerCase(Locale.ROOT)));
        }
        return Character.toUpperCase(label.charAt(0)) + label.substring(1);
    }
}
