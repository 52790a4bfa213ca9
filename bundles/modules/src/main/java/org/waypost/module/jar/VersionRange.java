package org.waypost.module.jar;

import java.util.Optional;

/**
 * Versions that are wanted: {@code [1.2,2)}, or {@code 1.2} for that and every later one.
 *
 * @param high empty for no end
 */
public record VersionRange(Version low, boolean lowIn, Optional<Version> high, boolean highIn) {
    /** Empty if it is none. */
    public static Optional<VersionRange> read(String text) {
        String range = text.trim();
        if (!range.startsWith("[") && !range.startsWith("(")) {
            return Version.read(range).map(low -> new VersionRange(low, true, Optional.empty(), false));
        }
        int comma = range.indexOf(',');
        boolean closed = range.endsWith("]") || range.endsWith(")");
        if (comma < 0 || !closed) {
            return Optional.empty();
        }
        return Version.read(range.substring(1, comma)).flatMap(low -> Version.read(range.substring(comma + 1, range.length() - 1))
                .map(high -> new VersionRange(low, range.startsWith("["), Optional.of(high), range.endsWith("]"))));
    }

    public boolean includes(Version version) {
        int fromLow = version.compareTo(low);
        int toHigh = high.map(version::compareTo).orElse(-1);
        return (lowIn ? fromLow >= 0 : fromLow > 0) && (highIn ? toHigh <= 0 : toHigh < 0);
    }

    @Override
    public String toString() {
        return high.map(end -> (lowIn ? "[" : "(") + low + "," + end + (highIn ? "]" : ")")).orElse(low.toString());
    }
}
