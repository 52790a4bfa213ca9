package org.waypost.link.topology;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of domains and patterns of them, as the directory has them. */
final class Domains {
    private static final int LONGEST = 253;
    private static final Pattern LABELS = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final String ALL = "*";
    private static final String BELOW = "*.";

    private Domains() {}

    /**
     * @param text in letters of any language (RFC 5890), with or without a dot at the end
     * @return in A-labels, lower case, without a dot at the end
     * @throws IllegalArgumentException that names the text
     */
    static String domain(String text) {
        try {
            String ascii = IDN.toASCII(text.strip(), IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            String domain = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
            if (domain.length() <= LONGEST && LABELS.matcher(domain).matches()) {
                return domain;
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // said below: IDN throws either for text that it cannot take
        }
        throw new IllegalArgumentException("\"" + text + "\" is no domain");
    }

    /** {@code *}, {@code example.com} or {@code *.example.com}. @throws IllegalArgumentException as {@link #domain} */
    static String pattern(String text) {
        if (text.equals(ALL)) {
            return ALL;
        }
        return text.startsWith(BELOW) ? BELOW + domain(text.substring(BELOW.length())) : domain(text);
    }
}
