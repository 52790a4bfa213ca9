package org.waypost.rus.template;

import org.waypost.directory.Entry;

/** What addresses are made of. All may be empty. @param alias {@code mailNickname} */
public record Names(String alias, String given, String initials, String surname, String display) {
    public static Names of(Entry entry) {
        return new Names(value(entry, "mailNickname"), value(entry, "givenName"), value(entry, "initials"), value(entry, "sn"),
                value(entry, "displayName"));
    }

    private static String value(Entry entry, String attribute) {
        return entry.value(attribute).orElse("");
    }
}
