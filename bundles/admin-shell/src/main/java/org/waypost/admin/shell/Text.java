package org.waypost.admin.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values as people read them in a terminal. */
public final class Text {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,6})([smhd])");
    private static final long KIB = 1024;

    private Text() {
    }

    /** Without what could steer a terminal: reasons hold replies of strangers. */
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> plain.appendCodePoint(isHarmful(c) ? '?' : c));
        return plain.toString();
    }

    private static boolean isHarmful(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** In UTC; "-" for none. */
    public static String time(Optional<Instant> time) {
        return time.map(TIME::format).orElse("-");
    }

    /** "in 5m 3s", "now" or "-". */
    public static String until(Optional<Instant> time, Instant now) {
        return time.map(t -> t.isAfter(now) ? "in " + length(Duration.between(now, t)) : "now").orElse("-");
    }

    /** The two greatest units: "2d 3h", "5m 3s", "0s". */
    public static String length(Duration length) {
        long seconds = Math.max(0, length.toSeconds());
        if (seconds >= 86_400) {
            return seconds / 86_400 + "d " + seconds % 86_400 / 3_600 + "h";
        }
        if (seconds >= 3_600) {
            return seconds / 3_600 + "h " + seconds % 3_600 / 60 + "m";
        }
        return seconds >= 60 ? seconds / 60 + "m " + seconds % 60 + "s" : seconds + "s";
    }

    /** Reads "90s", "30m", "2h" or "1d"; empty if it is none of them, or nothing. */
    public static Optional<Duration> length(String text) {
        Matcher matcher = LENGTH.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        Duration length = switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
        return Optional.of(length).filter(l -> !l.isZero());
    }

    /** In octets, KiB, MiB or GiB. */
    public static String size(long octets) {
        if (octets < KIB) {
            return octets + " B";
        }
        double value = octets;
        String unit = "";
        for (String next : new String[] {"KiB", "MiB", "GiB"}) {
            if (value >= KIB) {
                value /= KIB;
                unit = next;
            }
        }
        return String.format(Locale.ROOT, "%.1f %s", value, unit);
    }

    /** "-" for an empty text. */
    public static String orDash(String text) {
        return text.isEmpty() ? "-" : plain(text);
    }
}
