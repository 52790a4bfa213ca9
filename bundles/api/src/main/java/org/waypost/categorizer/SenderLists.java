package org.waypost.categorizer;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;
import org.waypost.mail.Address;

/** Who is on lists of senders that name groups too. Any thread; returns at once. A stage that fails means "try again". */
@ProviderType
public interface SenderLists {
    /**
     * @param sender empty for the null reverse-path, which is on no list
     * @param dns of persons and groups
     * @return those of them, as they are written there, that are the sender or a group it is in, be it through other groups
     */
    CompletionStage<Set<String>> listed(Optional<Address> sender, Set<String> dns);
}
