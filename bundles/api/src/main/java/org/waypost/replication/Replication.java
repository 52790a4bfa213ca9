package org.waypost.replication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** DS2MB, seen and steered. Any thread; returns at once. */
@ProviderType
public interface Replication {
    Status status();

    /** Compares everything again. Completes with a sentence about what changed when that is done. */
    CompletionStage<String> resync();

    /**
     * @param method how changes are learned, and of which server
     * @param objects replicated at present
     * @param last when something was last replicated
     * @param faults objects that could not be replicated: DN and cause
     */
    record Status(String state, String method, int objects, Optional<Instant> last, List<Fault> faults) {
        public Status {
            faults = List.copyOf(faults);
        }
    }

    /** See {@link Status#faults}. */
    record Fault(String dn, String cause, Instant since) {}
}
