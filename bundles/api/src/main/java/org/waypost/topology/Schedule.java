package org.waypost.topology;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * When a connector is open, by quarters of an hour of the week in UTC.
 *
 * @param kind always, never (as if the connector were not there), at hours, or when the remote side asks (ETRN)
 * @param quarters 672 bits from Monday 00:00 on, in hex, the first quarter in the lowest bit of the first octet; empty but
 *     for {@link Kind#HOURS}
 */
public record Schedule(Kind kind, String quarters) {
    public static final Schedule ALWAYS = new Schedule(Kind.ALWAYS, "");
    public static final Schedule NEVER = new Schedule(Kind.NEVER, "");
    public static final Schedule REMOTE = new Schedule(Kind.REMOTE, "");
    /** What {@link #parse} reads, for people. */
    public static final String ALLOWED = "always, never and hours in quarters, as in Mon-Fri 08:00-18:00; Sat 10:00-12:00";
    /** How many quarters a week has. */
    public static final int WEEK = 7 * 24 * 4;

    private static final Duration QUARTER = Duration.ofMinutes(15);

    public Schedule {
        Objects.requireNonNull(kind);
        if (quarters.length() != (kind == Kind.HOURS ? WEEK / 4 : 0) || !quarters.matches("[0-9a-f]*")) {
            throw new IllegalArgumentException("not " + WEEK + " quarters of an hour: " + quarters);
        }
    }

    /** @param open bit 0 is Monday 00:00 to 00:15 UTC */
    public static Schedule of(BitSet open) {
        byte[] octets = new byte[WEEK / 8];
        byte[] given = open.toByteArray();
        System.arraycopy(given, 0, octets, 0, Math.min(given.length, octets.length));
        return new Schedule(Kind.HOURS, HexFormat.of().formatHex(octets));
    }

    /**
     * Reads hours in UTC: {@code Mon-Fri 08:00-18:00; Sat,Sun 10:00-12:00}, {@code 22:00-06:00} (each day, over midnight),
     * {@code always} or {@code never}. Empty if the text is none of them.
     */
    public static Optional<Schedule> parse(String text) {
        return Hours.parse(text);
    }

    public boolean isOpen(Instant time) {
        return kind == Kind.ALWAYS || kind == Kind.HOURS && isOpen(quarter(time));
    }

    /** When it opens next, or {@code time} if it is open; empty if not by itself. */
    public Optional<Instant> next(Instant time) {
        if (kind != Kind.HOURS || isOpen(time)) {
            return isOpen(time) ? Optional.of(time) : Optional.empty();
        }
        Instant begin = time.truncatedTo(ChronoUnit.HOURS).plus(QUARTER.multipliedBy(time.atZone(ZoneOffset.UTC).getMinute() / 15));
        for (int i = 1; i <= WEEK; i++) {
            Instant later = begin.plus(QUARTER.multipliedBy(i));
            if (isOpen(later)) {
                return Optional.of(later);
            }
        }
        return Optional.empty();
    }

    private boolean isOpen(int quarter) {
        int octet = Integer.parseInt(quarters, quarter / 8 * 2, quarter / 8 * 2 + 2, 16);
        return (octet >> quarter % 8 & 1) == 1;
    }

    private static int quarter(Instant time) {
        ZonedDateTime utc = time.atZone(ZoneOffset.UTC);
        int day = utc.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue();
        return (day * 24 + utc.getHour()) * 4 + utc.getMinute() / 15;
    }

    /** How a connector's time is set. */
    public enum Kind {
        ALWAYS,
        NEVER,
        HOURS,
        REMOTE
    }
}
