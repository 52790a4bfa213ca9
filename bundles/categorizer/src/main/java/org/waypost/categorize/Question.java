package org.waypost.categorize;

import java.util.Optional;
import org.waypost.categorize.restriction.Sender;
import org.waypost.mail.Address;

/**
 * What a verdict depends on beside the recipient.
 *
 * @param sender who sent the message in the first place
 * @param reversePath what it has now; empty for the null one
 * @param size of its content in octets
 */
record Question(Sender sender, Optional<Address> reversePath, long size) {}
