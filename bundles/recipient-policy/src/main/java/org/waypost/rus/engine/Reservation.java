package org.waypost.rus.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.waypost.directory.Entry;

/**
 * The entry that reserves an address.
 *
 * @param text the recipient's id; after a space, when it was made young again
 * @param changed empty if the server does not tell
 */
record Reservation(String text, Optional<Instant> changed) {
    static final Set<String> ATTRIBUTES = Set.of("cn", "waypostOwner", "modifyTimestamp", "whenChanged");
    /** Far longer than a stamping takes, and than clocks differ. */
    private static final Duration OLD = Duration.ofHours(1);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    static Reservation of(Entry entry) {
        return new Reservation(entry.value("waypostOwner").orElse(""),
                entry.value("modifyTimestamp").or(() -> entry.value("whenChanged")).flatMap(Reservation::time));
    }

    boolean isOf(UUID recipient) {
        return text.split(" ", 2)[0].equalsIgnoreCase(recipient.toString());
    }

    /** Whether another may take it over, if nobody has the address. */
    boolean isOld(Instant now) {
        return isOlder(OLD, now);
    }

    /** Whether it may become old while its owner relies on it. */
    boolean isAgeing(Instant now) {
        return isOlder(OLD.dividedBy(2), now);
    }

    /** What it says when it becomes that recipient's: never what it said before, so that of several changes one is made. */
    String takenBy(UUID recipient, Instant now) {
        return isOf(recipient) ? recipient + " " + now : recipient.toString();
    }

    private boolean isOlder(Duration age, Instant now) {
        return changed.map(time -> time.plus(age).isBefore(now)).orElse(false);
    }

    /** Generalized time (RFC 4517 3.3.13) as servers write it, fractions left out. */
    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text.substring(0, Math.min(14, text.length())), TIME).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
