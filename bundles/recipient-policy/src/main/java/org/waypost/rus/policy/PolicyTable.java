package org.waypost.rus.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.waypost.directory.Entry;
import org.waypost.rus.filter.LdapFilter;

/**
 * The policies in force. A recipient gets the first that is for it, the lowest order first; of equal order the first
 * by name. Those whose filter asks for a certain value are found by it, so that thousands of them cost nothing.
 * Immutable.
 */
public final class PolicyTable {
    private static final Comparator<RecipientPolicy> PRECEDENCE =
            Comparator.comparingInt(RecipientPolicy::order).thenComparing(RecipientPolicy::name);

    private record Ranked(int rank, RecipientPolicy policy) {}

    private final List<RecipientPolicy> policies;
    private final Map<String, Map<String, List<Ranked>>> byValue = new HashMap<>();
    private final List<Ranked> others = new ArrayList<>();
    private final Set<String> attributes = new TreeSet<>();

    public PolicyTable(Collection<RecipientPolicy> inForce) {
        policies = inForce.stream().sorted(PRECEDENCE).toList();
        for (int rank = 0; rank < policies.size(); rank++) {
            RecipientPolicy policy = policies.get(rank);
            attributes.addAll(policy.filter().attributes());
            Optional<LdapFilter.Equal> value = policy.filter().necessary();
            List<Ranked> place = value.isEmpty() ? others : byValue.computeIfAbsent(value.get().attribute(), name -> new HashMap<>())
                    .computeIfAbsent(value.get().value(), text -> new ArrayList<>());
            place.add(new Ranked(rank, policy));
        }
    }

    /** The only policy that is in force for a recipient. */
    public Optional<RecipientPolicy> of(Entry recipient) {
        Ranked best = better(others, recipient, null);
        for (Map.Entry<String, Map<String, List<Ranked>>> values : byValue.entrySet()) {
            for (String value : recipient.values(values.getKey())) {
                List<Ranked> candidates = values.getValue().getOrDefault(LdapFilter.fold(value), List.of());
                best = better(candidates, recipient, best);
            }
        }
        return Optional.ofNullable(best).map(Ranked::policy);
    }

    /** In order of precedence. */
    public List<RecipientPolicy> policies() {
        return policies;
    }

    /** What must be read of a recipient to choose, in lower case. */
    public Set<String> attributes() {
        return Set.copyOf(attributes);
    }

    /** The first of some that goes before the best one so far; it itself if there is none. */
    private static Ranked better(List<Ranked> candidates, Entry recipient, Ranked best) {
        for (Ranked candidate : candidates) {
            if (best != null && candidate.rank() > best.rank()) {
                return best;
            }
            if (candidate.policy().isFor(recipient)) {
                return candidate;
            }
        }
        return best;
    }
}
