package org.waypost.link.topology;

import org.waypost.format.host.DomainFormat;

/** Names of domains and patterns of them, as the directory has them. */
final class Domains {
    private static final String ALL = "*";
    private static final String BELOW = "*.";

    private Domains() {}

    /**
     * @param text in letters of any language (RFC 5890), with or without a dot at the end
     * @return in A-labels, lower case, without a dot at the end
     * @throws IllegalArgumentException that names the text
     */
    static String domain(String text) {
        String name = text.strip();
        return DomainFormat.parse(name.endsWith(".") ? name.substring(0, name.length() - 1) : name)
                .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" is no domain"));
    }

    /** {@code *}, {@code example.com} or {@code *.example.com}. @throws IllegalArgumentException as {@link #domain} */
    static String pattern(String text) {
        if (text.equals(ALL)) {
            return ALL;
        }
        return text.startsWith(BELOW) ? BELOW + domain(text.substring(BELOW.length())) : domain(text);
    }
}
