package org.waypost.link.topology;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waypost.directory.Entry;

/** The value of {@code msExchSmtpSmartHost}: one or more of NAME, [ADDRESS] and mx:DOMAIN, each with an optional :PORT. */
final class SmartHosts {
    static final String ATTRIBUTE = "msExchSmtpSmartHost";

    private static final Pattern FORM =
            Pattern.compile("(mx:)?(\\[[0-9A-Fa-f:.]{2,45}]|[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,252}[A-Za-z0-9])?)(?::(\\d{1,5}))?");

    private SmartHosts() {}

    /** In the order in which they are to be tried. @throws IllegalArgumentException that names one that is none */
    static List<String> read(Entry entry) {
        return entry.values(ATTRIBUTE).stream().sorted().flatMap(text -> Settings.split(text, "[,;]").stream())
                .map(SmartHosts::required).distinct().toList();
    }

    private static String required(String text) {
        Matcher host = FORM.matcher(text);
        if (!host.matches() || host.group(1) != null && host.group(2).startsWith("[")) {
            throw new IllegalArgumentException(ATTRIBUTE + ": \"" + text + "\" is no smart host: it must be NAME, [ADDRESS] or mx:DOMAIN");
        }
        if (host.group(3) != null) {
            Numbers.parse(ATTRIBUTE + ": the port of " + host.group(2), host.group(3), 1, 65_535);
        }
        return text;
    }
}
