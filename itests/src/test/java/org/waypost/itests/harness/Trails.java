package org.waypost.itests.harness;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Through which servers the messages of a {@link SteadySender} came to a mailbox, by their Received fields. */
public final class Trails {
    private static final Pattern ID = Pattern.compile("^" + MailCounts.HEADER + " (\\S+)", Pattern.MULTILINE);
    private static final Pattern BY = Pattern.compile("\\bby (\\w+)\\.example\\.com\\b");

    private final Maildir maildir;
    private final Set<Path> seen = new HashSet<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Set<String>> servers = new HashMap<>();

    public Trails(Maildir maildir) {
        this.maildir = maildir;
    }

    /** Waits for a message of those that the sender sends from now on, that came through just these. */
    public void awaitThrough(Duration limit, SteadySender sender, String... expected) {
        Set<String> before = Set.copyOf(sender.accepted());
        Set<String> wanted = new TreeSet<>(List.of(expected));
        Poll.until(limit, "a message through " + wanted, () -> {
            read();
            return servers.entrySet().stream().anyMatch(each -> !before.contains(each.getKey()) && each.getValue().equals(wanted));
        });
    }

    /** Those of the ids that are not in the mailbox. */
    public Set<String> missing(List<String> ids) {
        read();
        return ids.stream().filter(id -> !counts.containsKey(id)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those that are in the mailbox more than once. */
    public Set<String> doubled() {
        read();
        return counts.keySet().stream().filter(id -> counts.get(id) > 1).collect(Collectors.toCollection(TreeSet::new));
    }

    private void read() {
        for (String message : maildir.messagesBeside(seen)) {
            Matcher id = ID.matcher(message);
            if (id.find()) {
                counts.merge(id.group(1), 1, Integer::sum);
                servers.computeIfAbsent(id.group(1), unknown -> trail(message));
            }
        }
    }

    private static Set<String> trail(String message) {
        return BY.matcher(message).results().map(by -> by.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
