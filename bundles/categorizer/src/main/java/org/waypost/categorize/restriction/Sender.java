package org.waypost.categorize.restriction;

import java.util.Optional;
import org.waypost.categorize.lookup.DirectoryRecipient;
import org.waypost.mail.Address;

/**
 * Who sent a message in the first place, whatever reverse-path a copy of it has now.
 *
 * @param address empty for the null reverse-path
 * @param trusted authenticated, handed over by another server of the organization, or this server itself
 * @param entry who that is, for an address of a domain of ours; of others nobody is looked up until a
 *     restriction needs it
 */
public record Sender(Optional<Address> address, boolean trusted, Optional<DirectoryRecipient> entry) {
}
