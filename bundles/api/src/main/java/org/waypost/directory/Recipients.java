package org.waypost.directory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Recipients by address and by DN: from a bounded cache that change notification keeps true, else by searches for
 * many at once. Any thread; returns at once. While the directory is away what is cached is answered, also when it
 * is older than it would otherwise be kept, and all else fails with {@link DirectoryAwayException} within seconds.
 */
@ProviderType
public interface Recipients {
    /** What is read of a recipient. */
    Set<String> ATTRIBUTES = Set.of("objectClass", "cn", "uid", "sAMAccountName", "mail", "mailNickname", "displayName", "proxyAddresses",
            "targetAddress", "altRecipient", "deliverAndRedirect", "member", "owner", "managedBy", "authOrig", "unauthOrig",
            "dLMemSubmitPerms", "dLMemRejectPerms", "submissionContLength", "delivContLength", "legacyExchangeDN",
            "msExchRequireAuthToSendTo", "msExchRecipLimit", "msExchExpansionServerName", "msExchHomeServerName",
            "msExchDynamicDLFilter", "msExchDynamicDLBaseDN", "reportToOriginator", "reportToOwner", "oOFReplyToOriginator",
            "waypostMailbox", "waypostDeliveryAgent");

    /**
     * Who has an address among its {@code proxyAddresses}, primary or not.
     *
     * @param proxyAddress with its type, such as {@code smtp:alice@example.com}; compared without regard to case
     * @return none, one, or several when the directory is in error
     */
    CompletionStage<List<Entry>> byAddress(String proxyAddress);

    /** The entry of that name, with all its members, however many ranges the server gives them in. */
    CompletionStage<Optional<Entry>> byDn(String dn);

    /** Those that match a filter, as of a dynamic group; not cached. @param limit more of them fail the stage */
    CompletionStage<List<Entry>> matching(String base, String filter, int limit);
}
