package org.waypost.recipient;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;
import org.waypost.mail.Address;

/** Knows the local domains, their mailboxes and aliases. Any thread; returns at once. */
@ProviderType
public interface RecipientResolver {
    /** Who an address is. A domain of "" stands for the first local domain. */
    CompletionStage<Resolution> resolve(Address address);
}
