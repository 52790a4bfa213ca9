package org.waypost.rus.policy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.waypost.policy.RecipientPolicies.Policy;

/**
 * An entry read as a policy.
 *
 * @param policy empty if it has a fault, which {@code view} names
 * @param ignored templates of types that Waypost does not make addresses of
 */
public record ReadPolicy(UUID id, Policy view, Optional<RecipientPolicy> policy, List<String> ignored) {
    public ReadPolicy {
        ignored = List.copyOf(ignored);
    }

    /** Whether it is for whom no other one is. */
    public boolean isDefault() {
        return view.order() == Integer.MAX_VALUE;
    }
}
