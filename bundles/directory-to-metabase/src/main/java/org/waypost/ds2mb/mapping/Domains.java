package org.waypost.ds2mb.mapping;

import java.util.Locale;
import org.waypost.format.host.DomainFormat;

/** Domain names, as bindings of mail. */
final class Domains {
    private Domains() {}

    /** @return in lower case. @throws IllegalArgumentException that says what it is the value of */
    static String required(String attribute, String text) {
        String domain = text.strip().toLowerCase(Locale.ROOT);
        if (DomainFormat.parse(domain).isEmpty()) {
            throw new IllegalArgumentException(attribute + ": \"" + text + "\" is no domain");
        }
        return domain;
    }
}
