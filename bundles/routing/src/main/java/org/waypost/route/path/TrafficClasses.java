package org.waypost.route.path;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.waypost.topology.Connector;
import org.waypost.topology.Connector.Priority;
import org.waypost.topology.Connector.Rules;

/** Makes one of all messages that no rule of some connectors tells apart. */
public final class TrafficClasses {
    private final NavigableSet<Long> limits = new TreeSet<>();
    private final Set<String> names = new HashSet<>();
    private final Set<Priority> restricted = EnumSet.noneOf(Priority.class);
    private boolean byType;

    public TrafficClasses(Collection<Connector> connectors) {
        for (Connector connector : connectors) {
            Rules rules = connector.rules();
            limits.add(Traffic.limit(connector));
            names.addAll(rules.allowed());
            names.addAll(rules.refused());
            restricted.addAll(EnumSet.complementOf(copy(rules.priorities())));
            byType |= !rules.system() || !rules.nonSystem();
        }
    }

    /** One message of the class; its size is the largest that passes the same limits. */
    public Traffic representative(Traffic traffic) {
        Long limit = traffic.size() == Traffic.ANY_SIZE ? Long.valueOf(Traffic.ANY_SIZE) : limits.ceiling(traffic.size());
        boolean anySender = traffic.anySender() || names.isEmpty();
        Set<String> listed = anySender || traffic.listed().isEmpty() ? Set.of()
                : traffic.listed().stream().filter(names::contains).collect(Collectors.toUnmodifiableSet());
        return new Traffic(byType && traffic.system(), anySender, listed, limit == null ? Long.MAX_VALUE : limit,
                restricted.isEmpty() ? Priority.NORMAL : traffic.priority());
    }

    private static EnumSet<Priority> copy(Set<Priority> priorities) {
        return priorities.isEmpty() ? EnumSet.noneOf(Priority.class) : EnumSet.copyOf(priorities);
    }
}
