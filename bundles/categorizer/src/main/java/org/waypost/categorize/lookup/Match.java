package org.waypost.categorize.lookup;

import java.util.List;

/** What the directory knows of an address. */
public sealed interface Match {
    /**
     * One entry has it.
     *
     * @param itself the mailbox is meant, without forwarding: the address was written with a backslash, as in
     *     {@link org.waypost.recipient.Resolution.Alias}
     */
    record Found(DirectoryRecipient recipient, boolean itself) implements Match {}

    /** Several entries have it, of these names. */
    record Ambiguous(List<String> dns) implements Match {}

    /** The postmaster of a domain of ours, whom the directory does not have. */
    record Postmaster() implements Match {}

    /** Nobody of a domain that is ours alone. */
    record Unknown() implements Match {}

    /** Nobody here, of a domain that is shared with another system. */
    record Shared() implements Match {}

    /** Of a domain that is not ours; the directory was not asked. */
    record Elsewhere() implements Match {}
}
