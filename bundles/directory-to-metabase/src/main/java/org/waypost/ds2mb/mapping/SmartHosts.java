package org.waypost.ds2mb.mapping;

import org.waypost.format.host.SmartHostFormat;

/** Smart hosts. */
final class SmartHosts {
    private SmartHosts() {}

    /** @throws IllegalArgumentException that names the attribute and what is allowed */
    static String required(String attribute, String text) {
        if (SmartHostFormat.parse(text.strip(), "").isEmpty()) {
            throw new IllegalArgumentException(attribute + ": \"" + text + "\" is no smart host: it must be " + SmartHostFormat.ALLOWED);
        }
        return text.strip();
    }
}
