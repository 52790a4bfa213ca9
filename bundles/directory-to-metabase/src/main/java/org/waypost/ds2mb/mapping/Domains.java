package org.waypost.ds2mb.mapping;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/** Domain names (RFC 1034 3.5, RFC 5891), as bindings of mail. */
final class Domains {
    private static final int LONGEST = 253;
    private static final Pattern LABELS = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

    private Domains() {}

    /** @return in lower case. @throws IllegalArgumentException that says what it is the value of */
    static String required(String attribute, String text) {
        String domain = text.strip().toLowerCase(Locale.ROOT);
        if (!isDomain(domain)) {
            throw new IllegalArgumentException(attribute + ": \"" + text + "\" is no domain");
        }
        return domain;
    }

    private static boolean isDomain(String domain) {
        try {
            String ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
            return ascii.length() <= LONGEST && LABELS.matcher(ascii.toLowerCase(Locale.ROOT)).matches();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
