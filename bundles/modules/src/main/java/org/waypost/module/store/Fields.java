package org.waypost.module.store;

import java.util.ArrayList;
import java.util.List;

/** The fields of a line, separated by tabs; a tab, a line end and a backslash in a field are escaped. */
final class Fields {
    private Fields() {}

    static String line(Object... fields) {
        List<String> escaped = new ArrayList<>();
        for (Object field : fields) {
            escaped.add(field.toString().replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r"));
        }
        return String.join("\t", escaped);
    }

    static List<String> of(String line) {
        List<String> fields = new ArrayList<>();
        for (String field : line.split("\t", -1)) {
            fields.add(plain(field));
        }
        return fields;
    }

    private static String plain(String field) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '\\' && i + 1 < field.length()) {
                i++;
                plain.append(switch (field.charAt(i)) {
                    case 't' -> '\t';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    default -> field.charAt(i);
                });
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
