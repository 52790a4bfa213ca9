package org.waypost.format.smtp;

import org.waypost.format.text.Characters;

/** Domains and address literals (RFC 5321 4.1.2 and 4.1.3, RFC 6531 3.3). */
final class DomainGrammar {
    static final int MAX_OCTETS = 255;
    private static final int MAX_LABEL = 63;
    private static final int IPV6_GROUPS = 8;
    /** Beside a "::", which stands for two groups at least (RFC 5321 4.1.3). */
    private static final int IPV6_GROUPS_WITH_GAP = 6;

    private DomainGrammar() {}

    static boolean isDomain(String text, boolean international) {
        int start = 0;
        for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', start)) {
            if (!isLabel(text, start, dot, international)) {
                return false;
            }
            start = dot + 1;
        }
        return isLabel(text, start, text.length(), international);
    }

    private static boolean isLabel(String text, int from, int to, boolean international) {
        if (from == to || text.charAt(from) == '-' || text.charAt(to - 1) == '-') {
            return false;
        }
        boolean ascii = true;
        for (int i = from; i < to; i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            ascii &= c < 0x80;
            if (!(c < 0x80 ? Characters.isLetterOrDigit(c) || c == '-' : international && isInternational(c))) {
                return false;
            }
        }
        return !ascii || to - from <= MAX_LABEL;
    }

    /** Not the other full stops of IDNA (RFC 3490 3.1), which would hide how a domain splits into labels. */
    private static boolean isInternational(int c) {
        return !Characters.isUnsafe(c) && !Character.isSpaceChar(c) && c != 0x3002 && c != 0xFF0E && c != 0xFF61;
    }

    /**
     * What stands between the brackets: an IPv4 or, after the only registered tag, an IPv6 address.
     * Leading zeros in IPv4 are refused, since some resolvers read them as octal.
     */
    static boolean isLiteral(String inner) {
        String tag = "IPv6:";
        return inner.regionMatches(true, 0, tag, 0, tag.length()) ? isIpv6(inner.substring(tag.length())) : isIpv4(inner);
    }

    static boolean isIpv4(String text) {
        int parts = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '.') {
                if (!isOctet(text, start, i)) {
                    return false;
                }
                parts++;
                start = i + 1;
            }
        }
        return parts == 4;
    }

    private static boolean isOctet(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || i - from > 2) {
                return false;
            }
            value = value * 10 + digit;
        }
        return to > from && value <= 255 && (to - from == 1 || text.charAt(from) != '0');
    }

    static boolean isIpv6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text, true) == IPV6_GROUPS;
        }
        int before = gap == 0 ? 0 : groups(text.substring(0, gap), false);
        int after = gap + 2 == text.length() ? 0 : groups(text.substring(gap + 2), true);
        return before >= 0 && after >= 0 && before + after <= IPV6_GROUPS_WITH_GAP;
    }

    /** How many groups of 16 bits the text holds, or -1. */
    private static int groups(String text, boolean mayEndInIpv4) {
        int groups = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ':') {
                if (i == text.length() && mayEndInIpv4 && isIpv4(text.substring(start))) {
                    return groups + 2;
                }
                if (!isGroup(text, start, i)) {
                    return -1;
                }
                groups++;
                start = i + 1;
            }
        }
        return groups;
    }

    private static boolean isGroup(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return to > from && to - from <= 4;
    }
}
