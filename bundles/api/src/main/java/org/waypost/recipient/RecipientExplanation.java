package org.waypost.recipient;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;
import org.waypost.mail.Address;

/** Says step by step what would become of a recipient, and does nothing. Any thread; returns at once. */
@ProviderType
public interface RecipientExplanation {
    /** @param sender empty for the null reverse-path */
    CompletionStage<List<Step>> explain(Optional<Address> sender, Address recipient, long size);

    /** @param depth 0 for the recipient, one more for each expansion or forwarding; @param text a full sentence */
    record Step(int depth, String subject, String text) {}
}
