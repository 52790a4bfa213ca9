package org.waypost.track.file;

import java.time.Instant;

/** Times as text, to the millisecond. Events come many a second, and a second's text is made once. One thread. */
final class Timestamp {
    private static final int MILLIS = 1_000;
    private static final int NANOS_OF_MILLI = 1_000_000;

    private long second = Long.MIN_VALUE;
    private String prefix = "";

    /** @return ISO 8601, in UTC, with three digits behind the point */
    String text(Instant time) {
        if (time.getEpochSecond() != second) {
            second = time.getEpochSecond();
            String whole = Instant.ofEpochSecond(second).toString();
            prefix = whole.substring(0, whole.length() - 1);
        }
        int digits = MILLIS + time.getNano() / NANOS_OF_MILLI;
        return new StringBuilder(prefix.length() + 5).append(prefix).append('.').append((char) ('0' + digits / 100 % 10))
                .append((char) ('0' + digits / 10 % 10)).append((char) ('0' + digits % 10)).append('Z').toString();
    }
}
