package org.waypost.format.smtp;

/** Finds where the path of a MAIL or RCPT argument begins. */
final class PathStart {
    private PathStart() {}

    /** The index behind the prefix and the spaces after it, or -1 if the argument does not begin so. */
    static int of(String argument, String prefix) {
        if (!argument.regionMatches(true, 0, prefix, 0, prefix.length())) {
            return -1;
        }
        int start = prefix.length();
        while (start < argument.length() && argument.charAt(start) == ' ') {
            start++;
        }
        return start;
    }
}
