package org.waypost.metabase.component;

import java.io.IOException;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.waypost.event.EventLog;
import org.waypost.metabase.handover.Handover;
import org.waypost.metabase.handover.Problem;
import org.waypost.metabase.handover.Wanted;
import org.waypost.metabase.store.MetabaseEvent;

/**
 * Makes Configuration Admin have what the metabase hands over, and touches only what differs. Ours are marked with
 * their key; others are left alone, save those that came from a file which has since been taken over. One thread.
 */
final class Configurations {
    static final String KEY = "waypost.metabase.key";
    private static final String FILE = "felix.fileinstall.filename";
    private static final Set<String> NOT_OURS = Set.of("service.pid", "service.factoryPid", "service.bundleLocation");

    private final ConfigurationAdmin admin;
    private final EventLog events;
    private Set<Problem> reported = Set.of();

    Configurations(ConfigurationAdmin admin, EventLog events) {
        this.admin = admin;
        this.events = events;
    }

    void apply(Handover handover) {
        Set<Problem> problems = new HashSet<>(handover.problems());
        handover.wanted().values().forEach(wanted -> {
            try {
                update(wanted).ifPresent(problems::add);
            } catch (IOException | RuntimeException e) {
                problems.add(new Problem(MetabaseEvent.HANDOVER_FAILED, List.of(wanted.key(), String.valueOf(e.getMessage()))));
            }
        });
        try {
            deleteOthers(handover);
        } catch (IOException | InvalidSyntaxException | RuntimeException e) {
            problems.add(new Problem(MetabaseEvent.HANDOVER_FAILED, List.of("what is gone", String.valueOf(e.getMessage()))));
        }
        Set<Problem> before = reported;
        problems.stream().filter(problem -> !before.contains(problem))
                .forEach(problem -> events.report(problem.event(), problem.parameters().toArray()));
        reported = problems;
    }

    private Optional<Problem> update(Wanted wanted) throws IOException {
        Configuration configuration = wanted.factory() ? admin.getFactoryConfiguration(wanted.pid(), wanted.key().name(), "?")
                : admin.getConfiguration(wanted.pid(), "?");
        Dictionary<String, Object> there = configuration.getProperties();
        if (there != null && there.get(KEY) == null && there.get(FILE) == null) {
            return Optional.of(new Problem(MetabaseEvent.FOREIGN_CONFIGURATION, List.of(configuration.getPid(), wanted.key())));
        }
        Map<String, Object> properties = new HashMap<>(wanted.properties());
        properties.put(KEY, wanted.key().toString());
        if (!equal(properties, there)) {
            configuration.update(new Hashtable<>(properties));
        }
        return Optional.empty();
    }

    private void deleteOthers(Handover handover) throws IOException, InvalidSyntaxException {
        Configuration[] ours = admin.listConfigurations("(" + KEY + "=*)");
        for (Configuration configuration : ours == null ? new Configuration[0] : ours) {
            String pid = configuration.getPid();
            if (!handover.wanted().containsKey(pid) && !handover.asleep().contains(pid)) {
                configuration.delete();
            }
        }
    }

    private static boolean equal(Map<String, Object> properties, Dictionary<String, Object> there) {
        Map<String, Object> found = new HashMap<>();
        if (there != null) {
            there.keys().asIterator().forEachRemaining(name -> found.put(name, there.get(name)));
        }
        found.keySet().removeAll(NOT_OURS);
        return found.keySet().equals(properties.keySet())
                && properties.entrySet().stream().allMatch(each -> equal(each.getValue(), found.get(each.getKey())));
    }

    private static boolean equal(Object one, Object other) {
        return one instanceof Object[] ones && other instanceof Object[] others ? Arrays.equals(ones, others) : Objects.equals(one, other);
    }
}
