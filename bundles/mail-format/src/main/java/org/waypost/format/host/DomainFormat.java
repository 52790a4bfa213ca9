package org.waypost.format.host;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of domains (RFC 1034 3.5) as directories have them: in letters of any language (RFC 5890). */
public final class DomainFormat {
    private static final int LONGEST = 253;
    private static final Pattern LABELS = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

    private DomainFormat() {}

    /** The name in A-labels and lower case; empty if the text is none, also for one with a dot at its end. */
    public static Optional<String> parse(String text) {
        try {
            String ascii = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return Optional.of(ascii).filter(name -> name.length() <= LONGEST && LABELS.matcher(name).matches());
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // IDN throws either for text that it cannot take.
            return Optional.empty();
        }
    }
}
