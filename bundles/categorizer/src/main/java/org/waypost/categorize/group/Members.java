package org.waypost.categorize.group;

import java.util.List;
import org.waypost.mail.Address;

/** What an expansion came to. */
sealed interface Members {
    /** @param addresses each once; may be empty */
    record All(List<Address> addresses) implements Members {
        public All {
            addresses = List.copyOf(addresses);
        }
    }

    /** @param reason for people */
    record Failed(String reason) implements Members {}
}
