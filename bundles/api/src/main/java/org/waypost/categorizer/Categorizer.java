package org.waypost.categorizer;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;
import org.waypost.mail.Address;
import org.waypost.mail.EnhancedStatus;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;

/**
 * Decides for each recipient who it really is. Any thread; returns at once. A stage that fails means
 * "try again": the message stays in the pre-categorization queue.
 */
@ProviderType
public interface Categorizer {
    /**
     * @param recipients of the message that wait for it
     * @return a verdict for each recipient, in their order
     */
    CompletionStage<List<Verdict>> categorize(Message message, List<Recipient> recipients);

    /** What a recipient is. */
    sealed interface Verdict {
        /** A mailbox of this server; {@code mailbox} names it for the delivery agent {@code agent}. */
        record Local(String agent, String mailbox) implements Verdict {}

        /**
         * Somewhere else: ask the router.
         *
         * @param server the server of the organization that it belongs to, by name; empty for a recipient outside
         */
        record Remote(Optional<String> server) implements Verdict {
            public Remote {
                Objects.requireNonNull(server);
            }

            /** Outside the organization. */
            public Remote() {
                this(Optional.empty());
            }
        }

        /** Stands for other addresses; they become recipients with this one as parent. */
        record Expand(List<Address> addresses) implements Verdict {}

        /**
         * As {@link Expand}, under another reverse-path: a copy of the message for these alone, which shares its
         * content. For a group whose reports go to its owner, or to nobody.
         *
         * @param sender empty for the null reverse-path
         */
        record Bifurcate(Optional<Address> sender, List<Address> addresses) implements Verdict {
            public Bifurcate {
                addresses = List.copyOf(addresses);
            }
        }

        /** Will never be delivered. */
        record Reject(EnhancedStatus status, String reason) implements Verdict {}
    }
}
