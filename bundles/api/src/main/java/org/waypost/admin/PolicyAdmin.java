package org.waypost.admin;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.waypost.policy.RecipientPolicies;

/** Recipient policies for people. As {@link QueueAdmin}. */
@ProviderType
public interface PolicyAdmin {
    /** In the order they are tried. */
    Answer<List<RecipientPolicies.Policy>> policies();

    Answer<RecipientPolicies.Policy> policy(String name);

    /** What a recipient would get now. @param recipient a DN, alias or address */
    Answer<RecipientPolicies.Preview> preview(String recipient);

    /** Begins to stamp those whom a policy is for. */
    Answer<Task> apply(String name);
}
