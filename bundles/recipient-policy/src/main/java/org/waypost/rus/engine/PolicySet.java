package org.waypost.rus.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.waypost.policy.RecipientPolicies.Policy;
import org.waypost.rus.policy.PolicyTable;
import org.waypost.rus.stamp.Draft;

/**
 * The policies at a moment. Immutable.
 *
 * @param views all of them, also those with a fault, in order of precedence
 * @param organization DN of the organization; empty if the directory has none
 * @param legacyPrefix of a {@code legacyExchangeDN}, before the alias; empty if the organization is not known
 * @param fingerprint equal as long as recipients would get the same
 */
public record PolicySet(PolicyTable table, List<Policy> views, Optional<String> organization, Optional<String> legacyPrefix,
        String fingerprint) {
    public PolicySet {
        views = List.copyOf(views);
    }

    /** What must be read of a recipient. */
    public Set<String> attributes() {
        Set<String> all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        all.addAll(Draft.ATTRIBUTES);
        all.addAll(table.attributes());
        return all;
    }
}
