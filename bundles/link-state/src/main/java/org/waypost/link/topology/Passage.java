package org.waypost.link.topology;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.waypost.directory.Entry;
import org.waypost.topology.Connector.Oversize;
import org.waypost.topology.Connector.Priority;
import org.waypost.topology.Connector.Rules;
import org.waypost.topology.Schedule;

/** What may pass a connector, and when. All throw {@link IllegalArgumentException} with a text for people. */
final class Passage {
    static final Set<String> ATTRIBUTES = Set.of("delivContLength", "authOrig", "unauthOrig", "dLMemSubmitPerms", "dLMemRejectPerms",
            "activationStyle");
    private static final long KB = 1024;
    private static final long LARGEST_KB = Integer.MAX_VALUE;
    private static final long NEVER = 0;
    private static final long ALWAYS = 1;
    private static final long AT_HOURS = 2;

    private Passage() {}

    static Rules rules(Entry entry, Settings settings) {
        long maxSize = Numbers.attribute(entry, "delivContLength", 0, LARGEST_KB).map(size -> size * KB).orElse(Long.MAX_VALUE);
        return new Rules(names(entry, "authOrig", "dLMemSubmitPerms"), names(entry, "unauthOrig", "dLMemRejectPerms"), maxSize,
                priorities(settings), settings.flag("system", true), settings.flag("nonSystem", true));
    }

    /**
     * Never if the published style says so; else by the settings, which tell more than it can; else always. The published
     * hours are no text and never get here.
     */
    static Schedule schedule(Entry entry, Settings settings) {
        long style = Numbers.attribute(entry, "activationStyle", NEVER, AT_HOURS).orElse(ALWAYS);
        Optional<Schedule> set = settings.text("schedule").map(text -> hours("schedule", text));
        if (style == NEVER) {
            return Schedule.NEVER;
        }
        if (settings.flag("remoteStarts", false)) {
            return Schedule.REMOTE;
        }
        if (style == AT_HOURS && set.isEmpty()) {
            throw new IllegalArgumentException("activationStyle is 2, at hours, but there is no setting schedule that has them");
        }
        return set.orElse(Schedule.ALWAYS);
    }

    static Optional<Oversize> oversize(Settings settings) {
        Optional<Long> above = settings.number("oversize", 0, LARGEST_KB);
        Optional<Schedule> schedule = settings.text("oversizeSchedule").map(text -> hours("oversizeSchedule", text));
        if (above.isPresent() != schedule.isPresent()) {
            throw new IllegalArgumentException("oversize and oversizeSchedule must be set both or neither");
        }
        return above.map(size -> new Oversize(size * KB, schedule.orElseThrow()));
    }

    private static Schedule hours(String key, String text) {
        return Schedule.parse(text).orElseThrow(() -> new IllegalArgumentException(key + " is \"" + text + "\", allowed are "
                + Schedule.ALLOWED));
    }

    private static Set<String> names(Entry entry, String people, String groups) {
        Set<String> names = new HashSet<>(entry.values(people));
        names.addAll(entry.values(groups));
        return names;
    }

    private static Set<Priority> priorities(Settings settings) {
        if (settings.text("priorities").isEmpty()) {
            return EnumSet.allOf(Priority.class);
        }
        List<String> names = settings.texts("priorities", ",");
        try {
            Set<Priority> priorities = EnumSet.noneOf(Priority.class);
            names.forEach(name -> priorities.add(Priority.valueOf(name.toUpperCase(Locale.ROOT))));
            if (!priorities.isEmpty()) {
                return priorities;
            }
        } catch (IllegalArgumentException e) {
            // said below, in words that name the setting
        }
        throw new IllegalArgumentException("priorities is \"" + String.join(",", names) + "\", allowed are some of low, normal and high");
    }
}
