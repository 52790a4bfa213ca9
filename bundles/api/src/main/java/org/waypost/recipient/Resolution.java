package org.waypost.recipient;

import java.util.List;
import org.waypost.mail.Address;

/** Who an address is. */
public sealed interface Resolution {
    /**
     * A mailbox here.
     *
     * @param mailbox the mailbox's name for the delivery agent
     */
    record Mailbox(String mailbox) implements Resolution {}

    /**
     * Stands for other addresses, local or remote; already free of loops when all are resolved in turn.
     * An alias that names itself has its user as target in the form {@code \alice@example.com}: a local part that
     * begins with a backslash resolves to the mailbox without aliases.
     *
     * @param targets at least one
     */
    record Alias(List<Address> targets) implements Resolution {
        public Alias {
            targets = List.copyOf(targets);
        }
    }

    /** Of a local domain, and nobody. */
    record Unknown() implements Resolution {}

    /** Of no local domain. */
    record Remote() implements Resolution {}

    /**
     * Nobody here, of a domain that is shared with another system: on to routing. Taken from strangers as the
     * mail of a mailbox is.
     */
    record Shared() implements Resolution {}
}
