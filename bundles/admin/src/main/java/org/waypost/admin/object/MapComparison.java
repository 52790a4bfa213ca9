package org.waypost.admin.object;

import java.net.IDN;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waypost.topology.Connector;
import org.waypost.topology.Schedule;

/**
 * Whether a connector of the map that this server routes by is what its form says.
 *
 * @param values of the form
 */
public record MapComparison(Map<String, List<String>> values, Layout layout) {
    private static final long KB = 1024;
    private static final Pattern SPACE = Pattern.compile("([^:]*:(?:\\*\\.)?)(.*?)(;\\d+)");

    public MapComparison {
        Objects.requireNonNull(layout);
    }

    public boolean isSame(Connector connector) {
        return one("cost").orElse("1").equals(Integer.toString(connector.cost())) && isWaySame(connector) && isPassageSame(connector);
    }

    private boolean isWaySame(Connector connector) {
        return parts("smartHost").equals(connector.smartHosts()) && spaces().equals(connector.spaces().stream().map(Object::toString)
                .map(MapComparison::folded).collect(Collectors.toSet()))
                && one("credentials").orElse("").equals(connector.credentials())
                && one("scope").orElse("organization").equals("group") == connector.ofGroupOnly()
                && areBridgeheads("sourceBridgeheads", connector.sources()) && areBridgeheads("targetBridgeheads", connector.targets())
                && connector.targetGroups().containsAll(ids("targetGroup", layout::groupId));
    }

    /** Routing leaves out those that are in another routing group. */
    private boolean areBridgeheads(String key, Collection<UUID> known) {
        Set<UUID> named = ids(key, layout::server);
        return named.containsAll(known) && named.isEmpty() == known.isEmpty();
    }

    private static String inKb(long octets) {
        return Long.toString(octets / KB);
    }

    private boolean isPassageSame(Connector connector) {
        Connector.Rules rules = connector.rules();
        return schedule().equals(Optional.of(connector.schedule()))
                && one("maxSize").equals(Optional.of(rules.maxSize()).filter(size -> size < Long.MAX_VALUE).map(MapComparison::inKb))
                && one("oversize").equals(connector.oversize().map(oversize -> inKb(oversize.above())))
                && names("allowedSenders", "allowedGroups").equals(rules.allowed())
                && names("refusedSenders", "refusedGroups").equals(rules.refused())
                && priorities().equals(rules.priorities().stream().map(each -> each.name().toLowerCase(Locale.ROOT)).collect(Collectors.toSet()))
                && one("system").orElse("true").equals("true") == rules.system()
                && one("nonSystem").orElse("true").equals("true") == rules.nonSystem();
    }

    private Optional<Schedule> schedule() {
        return one("remoteStarts").filter("true"::equals).map(remote -> Schedule.REMOTE).or(() -> Schedule.parse(one("schedule").orElse("always")));
    }

    private Set<String> priorities() {
        return values.containsKey("priorities") ? Set.copyOf(values.get("priorities")) : Set.of("low", "normal", "high");
    }

    /** Those of other types than SMTP are not routed. */
    private Set<String> spaces() {
        return values.getOrDefault("addressSpaces", List.of()).stream().map(MapComparison::folded)
                .filter(space -> space.startsWith("smtp:")).collect(Collectors.toSet());
    }

    private static String folded(String space) {
        String text = space.replace(":@", ":").toLowerCase(Locale.ROOT);
        Matcher parts = SPACE.matcher(text);
        try {
            return parts.matches() ? parts.group(1) + IDN.toASCII(parts.group(2)) + parts.group(3) : text;
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private Optional<String> one(String key) {
        return values.getOrDefault(key, List.of()).stream().findFirst();
    }

    private List<String> parts(String key) {
        return one(key).map(text -> Arrays.stream(text.split("[,;]")).map(String::strip).filter(part -> !part.isEmpty()).toList()).orElse(List.of());
    }

    private Set<UUID> ids(String key, Function<String, Optional<UUID>> id) {
        return values.getOrDefault(key, List.of()).stream().map(id).flatMap(Optional::stream).collect(Collectors.toSet());
    }

    private Set<String> names(String people, String groups) {
        return new HashSet<>(Stream.of(people, groups).flatMap(key -> values.getOrDefault(key, List.of()).stream()).toList());
    }
}
