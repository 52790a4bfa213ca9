package org.waypost.ds2mb.mapping;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Smart hosts: NAME, [ADDRESS] or mx:DOMAIN, each with an optional :PORT. */
final class SmartHosts {
    private static final Pattern FORM =
            Pattern.compile("(mx:)?(\\[[0-9A-Fa-f:.]{2,45}]|[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,252}[A-Za-z0-9])?)(?::(\\d{1,5}))?");

    private SmartHosts() {}

    /** @throws IllegalArgumentException that names the attribute and what is allowed */
    static String required(String attribute, String text) {
        Matcher host = FORM.matcher(text.strip());
        if (!host.matches() || host.group(1) != null && host.group(2).startsWith("[")
                || host.group(3) != null && (Integer.parseInt(host.group(3)) < 1 || !Addresses.isNumber(host.group(3), 65_535))) {
            throw new IllegalArgumentException(attribute + ": \"" + text + "\" is no smart host: it must be NAME, [ADDRESS] or mx:DOMAIN,"
                    + " each with an optional :PORT from 1 to 65535");
        }
        return text.strip();
    }
}
