package org.waypost.admin;

import java.time.Duration;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Something long that was begun and goes on by itself, whoever waits for it. Any thread. */
@ProviderType
public interface Task {
    /**
     * Waits for the end.
     *
     * @param length how long at most, positive
     * @return what it came to; empty while it goes on
     */
    Optional<Answer<String>> await(Duration length);

    /** How far it is, as a sentence; empty if that is not known. */
    String progress();
}
