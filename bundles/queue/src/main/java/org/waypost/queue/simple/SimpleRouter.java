package org.waypost.queue.simple;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.waypost.mail.Address;
import org.waypost.mail.EnhancedStatus;
import org.waypost.mail.Message;
import org.waypost.routing.NextHop;
import org.waypost.routing.Router;

/**
 * A smart host if there is one for the domain, else the domain's mail exchangers; no way to another server of the
 * organization, for which a map is needed. Any thread.
 */
public final class SimpleRouter implements Router {
    private static final EnhancedStatus NO_ROUTE = new EnhancedStatus(5, 4, 4);

    private final Supplier<SmartHosts> smartHosts;

    public SimpleRouter(Supplier<SmartHosts> smartHosts) {
        this.smartHosts = smartHosts;
    }

    @Override
    public CompletionStage<Route> route(Message message, Address recipient, Optional<String> server) {
        Route route = server.<Route>map(name -> new Route.Unreachable("no map of the organization is known that tells the way to server " + name))
                .orElseGet(() -> route(recipient.domain()));
        return CompletableFuture.completedStage(route);
    }

    private Route route(String domain) {
        if (domain.isEmpty()) {
            return new Route.Reject(NO_ROUTE, "The address has no domain");
        }
        return new Route.Via(smartHosts.get().of(domain).orElseGet(() -> new NextHop.Domain(domain)));
    }
}
