package org.waypost.metabase.schema;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.waypost.metabase.MetabaseKey;

/** Where in the tree the pids of Waypost have their keys. */
public final class PidPaths {
    private static final String PREFIX = "org.waypost.";
    private static final MetabaseKey TOP = MetabaseKey.of("/LM");
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("org.waypost.smtp.service", "SmtpSvc"),
            Map.entry("org.waypost.smtp.server", "SmtpSvc"),
            Map.entry("org.waypost.smtp.client", "SmtpClient"),
            Map.entry("org.waypost.policy.rus", "RecipientUpdateService"),
            Map.entry("org.waypost.delivery.maildir", "Maildir"),
            Map.entry("org.waypost.eventlog", "EventLog"),
            Map.entry("org.waypost.categorizer", "Categorizer"),
            Map.entry("org.waypost.routing", "Routing"),
            Map.entry("org.waypost.linkstate", "LinkState"),
            Map.entry("org.waypost.tracking", "Tracking"),
            Map.entry("org.waypost.modules", "Modules"),
            Map.entry("org.waypost.metrics", "Metrics"),
            Map.entry("org.waypost.http", "Http"),
            Map.entry("org.waypost.queue", "Queue"),
            Map.entry("org.waypost.dns", "Dns"),
            Map.entry("org.waypost.spool", "Spool"),
            Map.entry("org.waypost.recipients", "Recipients"),
            Map.entry("org.waypost.transport", "Transport"));
    private static final Map<String, String> SINGLETONS = NAMES.entrySet().stream()
            .filter(each -> !each.getKey().equals("org.waypost.smtp.server") && !each.getKey().equals("org.waypost.policy.rus"))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private PidPaths() {
    }

    /** Whether its settings live in the metabase; those that are needed to find the directory and the metabase do not. */
    public static boolean isKeptHere(String pid) {
        return pid.startsWith(PREFIX) && !pid.startsWith("org.waypost.directory") && !pid.startsWith("org.waypost.metabase");
    }

    /** @param name of a factory's configuration */
    public static MetabaseKey key(String pid, Optional<String> name) {
        MetabaseKey key = TOP.child(NAMES.getOrDefault(pid, pid.substring(PREFIX.length())));
        return name.map(key::child).orElse(key);
    }

    /** The pid of which this is the only key. */
    public static Optional<String> singleton(MetabaseKey key) {
        return key.parent().filter(TOP::equals)
                .map(parent -> SINGLETONS.getOrDefault(key.name(), PREFIX + key.name()));
    }
}
