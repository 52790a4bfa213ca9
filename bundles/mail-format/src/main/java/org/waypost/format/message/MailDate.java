package org.waypost.format.message;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The date-time of RFC 5322 3.3. */
public final class MailDate {
    private static final String DAYS = "MonTueWedThuFriSatSun";
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private MailDate() {}

    /**
     * The time in UTC, such as {@code Tue, 24 Nov 2026 07:05:09 +0000}. Written by hand, since one is
     * made for each message.
     */
    public static String format(Instant time) {
        LocalDateTime t = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
        StringBuilder out = new StringBuilder(31);
        out.append(DAYS, (t.getDayOfWeek().getValue() - 1) * 3, t.getDayOfWeek().getValue() * 3).append(", ");
        two(out, t.getDayOfMonth()).append(' ');
        out.append(MONTHS, (t.getMonthValue() - 1) * 3, t.getMonthValue() * 3).append(' ').append(t.getYear()).append(' ');
        two(out, t.getHour()).append(':');
        two(out, t.getMinute()).append(':');
        return two(out, t.getSecond()).append(" +0000").toString();
    }

    private static StringBuilder two(StringBuilder out, int number) {
        return out.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
