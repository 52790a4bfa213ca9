package org.waypost.eventlog.mail;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.waypost.event.EventType.Severity;
import org.waypost.event.LoggedEvent;

/**
 * Which events are mailed.
 *
 * @param events {@code source/id} in lower case
 * @param atLeast all that are that bad or worse
 */
public record MailChoice(Set<String> events, Optional<Severity> atLeast) {
    private static final Pattern EVENT = Pattern.compile("[^/=]+/\\d{1,5}");

    public MailChoice {
        events = Set.copyOf(events);
    }

    /** Reads entries {@code SOURCE/ID} or a severity; empty if one is neither. */
    public static Optional<MailChoice> read(List<String> entries) {
        Set<String> events = new HashSet<>();
        Optional<Severity> atLeast = Optional.empty();
        for (String entry : entries) {
            Optional<Severity> severity = Arrays.stream(Severity.values()).filter(s -> s.name().equalsIgnoreCase(entry)).findFirst();
            if (severity.isPresent()) {
                atLeast = severity;
            } else if (EVENT.matcher(entry).matches()) {
                events.add(entry.toLowerCase(Locale.ROOT));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new MailChoice(events, atLeast));
    }

    boolean holds(LoggedEvent event) {
        return atLeast.filter(worst -> event.severity().compareTo(worst) <= 0).isPresent()
                || events.contains(event.source().toLowerCase(Locale.ROOT) + "/" + event.id());
    }
}
