package org.waypost.queue.simple;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waypost.mail.Address;
import org.waypost.routing.NextHop;
import org.waypost.routing.NextHop.SmartHost;
import org.waypost.routing.Router.Route;

class SimpleRouterTest {
    private final NextHop general = new SmartHost("smart.example", 25, false, "");
    private final NextHop own = new SmartHost("[127.0.0.1]", 2600, false, "");
    private final NextHop below = new SmartHost("below.example", 25, false, "");

    @Test
    void theMostSpecificSmartHostTakesTheMail() {
        SmartHosts hosts = new SmartHosts(Optional.of(general), Map.of("a.example", own, ".a.example", below));

        assertEquals(own, hop(hosts, "x@A.example"));
        assertEquals(below, hop(hosts, "x@deep.sub.a.example"));
        assertEquals(general, hop(hosts, "x@b.example"));
    }

    @Test
    void withoutSmartHostTheDomainsMailExchangersDo() {
        assertEquals(new NextHop.Domain("b.example"), hop(new SmartHosts(Optional.empty(), Map.of()), "x@b.example"));
    }

    @Test
    void ofAnotherServerItKnowsNoWay() {
        Route route = new SimpleRouter(() -> new SmartHosts(Optional.of(general), Map.of()))
                .route(null, Address.of("x@our.example"), Optional.of("berlin")).toCompletableFuture().join();

        assertInstanceOf(Route.Unreachable.class, route);
    }

    private static NextHop hop(SmartHosts hosts, String address) {
        Route route = new SimpleRouter(() -> hosts).route(null, Address.of(address), Optional.empty()).toCompletableFuture().join();
        return ((Route.Via) route).hop();
    }
}
