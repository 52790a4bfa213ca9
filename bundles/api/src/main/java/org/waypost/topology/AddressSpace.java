package org.waypost.topology;

import java.util.Locale;
import java.util.Objects;

/**
 * What a connector is for. {@code example.com} matches itself only, {@code *.example.com} it and all below it,
 * {@code *} everything. Case does not matter, nor does a dot at the end.
 *
 * @param pattern in A-labels, lower case, without a dot at the end
 * @param cost 1 to 100
 */
public record AddressSpace(String pattern, int cost) {
    private static final String ALL = "*";
    private static final String BELOW = "*.";

    public AddressSpace {
        Objects.requireNonNull(pattern);
        if (cost < 1 || cost > 100) {
            throw new IllegalArgumentException("cost " + cost + " of " + pattern + " must be 1 to 100");
        }
    }

    /** @param domain in A-labels, lower case, without a dot at the end */
    public boolean matches(String domain) {
        if (pattern.equals(ALL)) {
            return true;
        }
        if (!pattern.startsWith(BELOW)) {
            return pattern.equals(domain);
        }
        String parent = pattern.substring(BELOW.length());
        return domain.equals(parent) || domain.endsWith(parent) && domain.charAt(domain.length() - parent.length() - 1) == '.';
    }

    /** The more characters of a domain a space names the more specific it is; a whole one is more specific than one with all below it. */
    public int specificity() {
        if (pattern.equals(ALL)) {
            return 0;
        }
        return pattern.startsWith(BELOW) ? 2 * (pattern.length() - BELOW.length()) : 2 * pattern.length() + 1;
    }

    @Override
    public String toString() {
        return "SMTP:" + pattern.toLowerCase(Locale.ROOT) + ";" + cost;
    }
}
