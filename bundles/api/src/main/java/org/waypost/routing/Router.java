package org.waypost.routing;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;
import org.waypost.mail.Address;
import org.waypost.mail.EnhancedStatus;
import org.waypost.mail.Message;

/** Finds the next hop of a recipient that is not local. Any thread; returns at once; failing means "try again". */
@ProviderType
public interface Router {
    /** @param server the server of the organization that the recipient belongs to, by name; empty for one outside */
    CompletionStage<Route> route(Message message, Address recipient, Optional<String> server);

    /** A delivery could not reach the hop. @param reason for people */
    default void failed(NextHop hop, String reason) {}

    /** A delivery reached the hop after one that had not. */
    default void reached(NextHop hop) {}

    /** Where a recipient goes next. */
    sealed interface Route {
        record Via(NextHop hop) implements Route {}

        /** No way at present; asked again when routes change and at each retry. */
        record Unreachable(String reason) implements Route {}

        /** No way ever. */
        record Reject(EnhancedStatus status, String reason) implements Route {}
    }
}
