package org.waypost.policy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** The recipient policies. Any thread; returns at once; a stage fails when the directory is away. */
@ProviderType
public interface RecipientPolicies {
    /** In the order they are tried: a lower {@code msExchPolicyOrder} first, the default policy last. */
    CompletionStage<List<Policy>> policies();

    /** What a recipient would get now. Empty if there is no such recipient. @param recipient a DN, alias or address */
    CompletionStage<Optional<Preview>> preview(String recipient);

    /** Stamps whom a policy is for. Completes with the run when it is done. @param policy its name */
    CompletionStage<Optional<Run>> apply(String policy);

    /**
     * @param order lower wins; {@link Integer#MAX_VALUE} for the default policy
     * @param templates as they stand in the directory; a type in upper case is the primary one
     * @param fault why it is left out; empty if it is in force
     */
    record Policy(String name, String dn, int order, String filter, List<String> templates, List<String> authoritativeDomains,
            List<String> sharedDomains, Optional<String> fault) {
        public Policy {
            templates = List.copyOf(templates);
            authoritativeDomains = List.copyOf(authoritativeDomains);
            sharedDomains = List.copyOf(sharedDomains);
        }
    }

    /** @param policy the one that is in force for it; empty if none, or it opted out */
    record Preview(String dn, Optional<String> policy, List<String> before, List<String> after, List<String> notes) {
        public Preview {
            before = List.copyOf(before);
            after = List.copyOf(after);
            notes = List.copyOf(notes);
        }
    }
}
