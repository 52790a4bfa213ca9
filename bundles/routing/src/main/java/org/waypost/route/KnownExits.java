package org.waypost.route;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.waypost.route.layout.Space;
import org.waypost.route.path.Traffic;
import org.waypost.route.path.TrafficClasses;

/**
 * The cheapest of the connectors that share an address space, kept for each class of messages while no link changes.
 * Where only a few share one, to look at them all is as fast. Any thread.
 */
final class KnownExits {
    private static final int MANY = 8;
    private static final int KEPT = 10_000;

    private record Key(String pattern, Traffic traffic) {}

    private final TrafficClasses classes;
    private final Map<Key, Optional<Candidates>> known = new ConcurrentHashMap<>();

    /** @param classes by the rules of all connectors of the organization */
    KnownExits(TrafficClasses classes) {
        this.classes = classes;
    }

    /** Nothing is known yet of how links are now. */
    KnownExits forgotten() {
        return new KnownExits(classes);
    }

    /** @param level all spaces of one pattern; @param search what to ask if it is not known */
    Optional<Candidates> of(List<Space> level, Traffic traffic, Supplier<Optional<Candidates>> search) {
        if (level.size() < MANY) {
            return search.get();
        }
        Key key = new Key(level.get(0).space().pattern(), classes.representative(traffic));
        Optional<Candidates> found = known.get(key);
        return found != null ? found : keep(key, search.get());
    }

    private Optional<Candidates> keep(Key key, Optional<Candidates> found) {
        if (known.size() >= KEPT) {
            known.clear();
        }
        known.put(key, found);
        return found;
    }
}
