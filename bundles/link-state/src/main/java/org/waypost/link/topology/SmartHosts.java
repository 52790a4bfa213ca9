package org.waypost.link.topology;

import java.util.List;
import org.waypost.directory.Entry;
import org.waypost.format.host.SmartHostFormat;

/** The value of {@code msExchSmtpSmartHost}: one or more of NAME, [ADDRESS] and mx:DOMAIN, each with an optional :PORT. */
final class SmartHosts {
    static final String ATTRIBUTE = "msExchSmtpSmartHost";

    private SmartHosts() {}

    /** In the order in which they are to be tried. @throws IllegalArgumentException that names one that is none */
    static List<String> read(Entry entry) {
        return entry.values(ATTRIBUTE).stream().sorted().flatMap(text -> Settings.split(text, "[,;]").stream())
                .map(SmartHosts::required).distinct().toList();
    }

    private static String required(String text) {
        if (SmartHostFormat.parse(text, "").isEmpty()) {
            throw new IllegalArgumentException(ATTRIBUTE + ": \"" + text + "\" is no smart host: it must be " + SmartHostFormat.ALLOWED);
        }
        return text;
    }
}
