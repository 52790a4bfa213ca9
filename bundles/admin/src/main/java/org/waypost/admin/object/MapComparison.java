package org.waypost.admin.object;

import java.net.IDN;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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
                && ids("sourceBridgeheads", layout::server).equals(connector.sources())
                && ids("targetBridgeheads", layout::server).equals(Set.copyOf(connector.targets()))
                && connector.targetGroups().containsAll(ids("targetGroup", layout::groupId));
    }

    private boolean isPassageSame(Connector connector) {
        Connector.Rules rules = connector.rules();
        return schedule().equals(Optional.of(connector.schedule()))
                && one("maxSize").map(size -> Long.parseLong(size) * KB).orElse(Long.MAX_VALUE) == rules.maxSize()
                && one("oversize").map(size -> Long.parseLong(size) * KB).equals(connector.oversize().map(Connector.Oversize::above))
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
        try {
            return IDN.toASCII(text);
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
