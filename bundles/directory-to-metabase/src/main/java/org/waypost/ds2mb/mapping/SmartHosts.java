package org.waypost.ds2mb.mapping;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.waypost.format.host.SmartHostFormat;

/** Smart hosts: one, or several in the order in which they are to be tried, separated by commas. */
final class SmartHosts {
    private static final String SEPARATORS = "[,;]";

    private SmartHosts() {}

    /** @throws IllegalArgumentException that names the attribute and what is allowed */
    static String required(String attribute, String text) {
        return Arrays.stream(text.split(SEPARATORS)).map(host -> one(attribute, host.strip())).collect(Collectors.joining(","));
    }

    /** The one that is tried first. @param hosts as {@link #required} gives them */
    static String first(String hosts) {
        return hosts.split(SEPARATORS)[0];
    }

    private static String one(String attribute, String text) {
        if (SmartHostFormat.parse(text, "").isEmpty()) {
            throw new IllegalArgumentException(attribute + ": \"" + text + "\" is no smart host: it must be " + SmartHostFormat.ALLOWED);
        }
        return text;
    }
}
