package org.waypost.queue.component;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How values stand in configuration files. */
final class ConfigText {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})([smhd])");

    private ConfigText() {
    }

    /** A list from a .cfg file arrives as one text. */
    static List<String> list(String[] values) {
        return Arrays.stream(values).flatMap(value -> Arrays.stream(value.split(","))).map(String::trim)
                .filter(value -> !value.isEmpty()).toList();
    }

    /** As in {@code 90s}, {@code 10m}, {@code 12h}, {@code 2d}; empty if it is none. */
    static Optional<Duration> duration(String text) {
        Matcher m = DURATION.matcher(text.trim());
        if (!m.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(m.group(1));
        return Optional.of(switch (m.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        });
    }
}
