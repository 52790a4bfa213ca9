package org.waypost.admin;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.waypost.recipient.RecipientExplanation;

/** Recipients for people. As {@link QueueAdmin}. */
@ProviderType
public interface RecipientAdmin {
    /**
     * Step by step what would become of a message; nothing is done.
     *
     * @param sender an address; empty for the null reverse-path
     * @param size octets, 0 or more
     */
    Answer<List<RecipientExplanation.Step>> resolve(Optional<String> sender, String recipient, long size);
}
