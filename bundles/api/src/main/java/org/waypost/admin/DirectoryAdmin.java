package org.waypost.admin;

import java.util.List;
import java.util.Objects;
import org.osgi.annotation.versioning.ProviderType;
import org.waypost.directory.DirectoryStatus;
import org.waypost.directory.Entry;
import org.waypost.directory.Search;

/** The directory for people. As {@link QueueAdmin}. */
@ProviderType
public interface DirectoryAdmin {
    Answer<Overview> status();

    /** @param limit entries at most, 1 to 10000; there may be more */
    Answer<List<Entry>> search(Search search, int limit);

    /**
     * The directory as a whole.
     *
     * @param server the {@code cn} of this server's own object
     * @param foreign whether others keep its entries
     * @param configurationBase DN of the organization's configuration
     * @param recipientBase DN of the recipients
     */
    record Overview(String server, boolean foreign, String configurationBase, String recipientBase, DirectoryStatus status) {
        public Overview {
            Objects.requireNonNull(server);
            Objects.requireNonNull(configurationBase);
            Objects.requireNonNull(recipientBase);
            Objects.requireNonNull(status);
        }
    }
}
