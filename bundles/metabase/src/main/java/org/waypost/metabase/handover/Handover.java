package org.waypost.metabase.handover;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waypost.metabase.KeyView;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.Property;
import org.waypost.metabase.Value;
import org.waypost.metabase.schema.Attribute;
import org.waypost.metabase.schema.KeyType;
import org.waypost.metabase.schema.KeyTypes;
import org.waypost.metabase.store.MetabaseEvent;

/**
 * What configurations there should be.
 *
 * @param wanted by their pid in Configuration Admin
 * @param asleep pids of keys whose type no bundle knows at the moment: their configurations stay as they are
 * @param problems what could not be handed over
 */
public record Handover(Map<String, Wanted> wanted, Set<String> asleep, Set<Problem> problems) {
    private static final String NAME = "name";
    private static final String LOCAL_DOMAINS = "localDomains";
    private static final String DOMAIN = "Domain";

    /** @param views all keys of a metabase */
    public static Handover of(List<KeyView> views, KeyTypes types) {
        Planning planning = new Planning(views, types);
        views.forEach(planning::add);
        return new Handover(planning.wanted, planning.asleep, planning.problems);
    }

    private static final class Planning {
        private final Map<String, Wanted> wanted = new LinkedHashMap<>();
        private final Set<String> asleep = new HashSet<>();
        private final Set<Problem> problems = new LinkedHashSet<>();
        private final Map<MetabaseKey, KeyView> byKey = new HashMap<>();
        private final KeyTypes types;

        private Planning(List<KeyView> views, KeyTypes types) {
            this.types = types;
            views.forEach(view -> byKey.put(view.key(), view));
        }

        private void add(KeyView view) {
            Optional<String> pid = view.value(Metabase.KEY_TYPE).filter(Value.Text.class::isInstance).map(value -> ((Value.Text) value).text());
            if (pid.isEmpty()) {
                return;
            }
            Optional<KeyType> type = types.find(pid.get());
            if (type.isEmpty()) {
                asleep.add(pid.get());
                asleep.add(pid.get() + "~" + view.key().name());
                return;
            }
            Wanted next = new Wanted(view.key(), pid.get(), type.get().factory(), properties(view, type.get()));
            Wanted first = wanted.putIfAbsent(next.configurationPid(), next);
            if (first != null) {
                problems.add(new Problem(MetabaseEvent.TWO_KEYS, List.of(first.key(), next.key(), next.configurationPid())));
            }
        }

        private Map<String, Object> properties(KeyView view, KeyType type) {
            Map<String, Object> properties = new HashMap<>();
            view.properties().forEach((name, property) -> {
                boolean own = property.from().equals(view.key());
                Attribute attribute = type.attributes().get(name);
                if (attribute != null && (own || !name.equals(NAME))) {
                    convert(view.key(), name, property, attribute).ifPresent(value -> properties.put(name, value));
                } else if (own && !name.equals(Metabase.KEY_TYPE) && !name.equals(NAME)) {
                    problems.add(new Problem(MetabaseEvent.UNKNOWN_PROPERTY, List.of(name, view.key(), type.pid())));
                }
            });
            if (type.factory() && type.attributes().containsKey(NAME)) {
                properties.putIfAbsent(NAME, view.key().name());
            }
            if (type.attributes().containsKey(LOCAL_DOMAINS)) {
                addDomains(view.key(), properties);
            }
            return properties;
        }

        private Optional<Object> convert(MetabaseKey key, String name, Property property, Attribute attribute) {
            Optional<Object> converted = attribute.convert(property.value());
            if (converted.isEmpty()) {
                String where = property.owner().map(owner -> " at " + owner).orElse("");
                problems.add(new Problem(MetabaseEvent.BAD_VALUE, List.of(name, key, attribute.allowed(), where)));
            }
            return converted;
        }

        /** Domains whose mail is for us are keys of their own, each with its owner; the component wants a list. */
        private void addDomains(MetabaseKey key, Map<String, Object> properties) {
            KeyView domains = byKey.get(key.child(DOMAIN));
            if (domains == null || domains.children().isEmpty()) {
                return;
            }
            List<String> all = new ArrayList<>(List.of((String[]) properties.getOrDefault(LOCAL_DOMAINS, new String[0])));
            domains.children().stream().filter(domain -> !all.contains(domain)).forEach(all::add);
            properties.put(LOCAL_DOMAINS, all.toArray(new String[0]));
        }
    }
}
