package org.waypost.module.jar;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version as bundles have it: three numbers and a qualifier. */
public record Version(int major, int minor, int micro, String qualifier) implements Comparable<Version> {
    public static final Version NONE = new Version(0, 0, 0, "");
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9})(?:\\.(\\d{1,9})(?:\\.([\\w-]+))?)?)?");
    private static final Comparator<Version> ORDER = Comparator.comparingInt(Version::major).thenComparingInt(Version::minor)
            .thenComparingInt(Version::micro).thenComparing(Version::qualifier);

    /** Empty if it is none. */
    public static Optional<Version> read(String text) {
        Matcher matcher = FORM.matcher(text.trim());
        return matcher.matches() ? Optional.of(new Version(number(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3)),
                Optional.ofNullable(matcher.group(4)).orElse(""))) : Optional.empty();
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + micro + (qualifier.isEmpty() ? "" : "." + qualifier);
    }
}
