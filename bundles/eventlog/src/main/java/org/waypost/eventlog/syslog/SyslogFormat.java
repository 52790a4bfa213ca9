package org.waypost.eventlog.syslog;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;
import org.waypost.event.LoggedEvent;

/**
 * Makes messages of events.
 *
 * @param hostName of this server
 * @param processId of this server
 */
record SyslogFormat(String hostName, long processId) {
    /** RFC 5424 6.2.1: the mail system. */
    private static final int FACILITY = 2;
    private static final int ERROR = 3;
    private static final int WARNING = 4;
    private static final int INFORMATIONAL = 6;
    /** RFC 5424 6.1: receivers should take so much. */
    private static final int LONGEST = 2_048;
    private static final int LONGEST_NAME = 255;

    SyslogFormat {
        Objects.requireNonNull(hostName);
    }

    /** RFC 5424, without structured data, whose names need a registered enterprise number. */
    byte[] message(LoggedEvent event) {
        String text = "<" + priority(event) + ">1 " + event.time().truncatedTo(ChronoUnit.MILLIS) + " " + name(hostName, LONGEST_NAME)
                + " waypost " + processId + " " + name(event.source() + "/" + event.id(), 32) + " - \ufeff"
                + event.category() + ": " + event.text();
        return cut(text);
    }

    /** As local sockets have it: the older form, without a host (RFC 3164 as syslog(3) writes it). */
    byte[] local(LoggedEvent event) {
        return cut("<" + priority(event) + ">waypost[" + processId + "]: " + event.source() + "/" + event.id() + " " + event.category()
                + ": " + event.text());
    }

    private static int priority(LoggedEvent event) {
        return FACILITY * 8 + switch (event.severity()) {
            case ERROR -> ERROR;
            case WARNING -> WARNING;
            case INFORMATION -> INFORMATIONAL;
        };
    }

    /** Printable US-ASCII, "-" for nothing. */
    private static String name(String text, int longest) {
        String name = text.replaceAll("[^!-~]", "_");
        return name.isEmpty() ? "-" : name.substring(0, Math.min(name.length(), longest));
    }

    /** At a whole character. */
    private static byte[] cut(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int end = Math.min(bytes.length, LONGEST);
        while (end < bytes.length && (bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return end == bytes.length ? bytes : Arrays.copyOf(bytes, end);
    }
}
