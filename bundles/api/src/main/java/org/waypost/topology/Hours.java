package org.waypost.topology;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of {@link Schedule#parse}. */
final class Hours {
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Pattern PART =
            Pattern.compile("(?:([a-z]{3}(?:[-,][a-z]{3})*)\\s+)?([0-9]{2}):([0-9]{2})\\s*-\\s*([0-9]{2}):([0-9]{2})");
    private static final int DAY = 24 * 4;

    private Hours() {}

    static Optional<Schedule> parse(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        if (lower.equals("always") || lower.equals("never")) {
            return Optional.of(lower.equals("always") ? Schedule.ALWAYS : Schedule.NEVER);
        }
        BitSet open = new BitSet(Schedule.WEEK);
        try {
            Arrays.stream(lower.split(";")).map(String::strip).filter(part -> !part.isEmpty()).forEach(part -> open(open, part));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return open.isEmpty() ? Optional.empty() : Optional.of(Schedule.of(open));
    }

    private static void open(BitSet open, String part) {
        Matcher form = PART.matcher(part);
        if (!form.matches()) {
            throw new IllegalArgumentException(part);
        }
        int from = quarter(form.group(2), form.group(3));
        int to = quarter(form.group(4), form.group(5));
        if (from == to || from == DAY) {
            throw new IllegalArgumentException(part);
        }
        BitSet days = form.group(1) == null ? everyDay() : days(form.group(1));
        int length = to > from ? to - from : to + DAY - from;
        days.stream().forEach(day -> {
            for (int quarter = 0; quarter < length; quarter++) {
                open.set((day * DAY + from + quarter) % Schedule.WEEK);
            }
        });
    }

    private static BitSet everyDay() {
        BitSet days = new BitSet();
        days.set(0, DAYS.size());
        return days;
    }

    private static BitSet days(String text) {
        BitSet days = new BitSet();
        for (String range : text.split(",")) {
            String[] ends = range.split("-");
            int last = day(ends[ends.length - 1]);
            int day = day(ends[0]);
            days.set(day);
            while (day != last) {
                day = (day + 1) % DAYS.size();
                days.set(day);
            }
        }
        return days;
    }

    private static int day(String name) {
        if (!DAYS.contains(name)) {
            throw new IllegalArgumentException(name);
        }
        return DAYS.indexOf(name);
    }

    private static int quarter(String hour, String minute) {
        int quarter = Integer.parseInt(hour) * 4 + Integer.parseInt(minute) / 15;
        if (quarter > DAY || Integer.parseInt(minute) > 59 || Integer.parseInt(minute) % 15 != 0) {
            throw new IllegalArgumentException(hour + ":" + minute);
        }
        return quarter;
    }
}
