package org.waypost.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.routing.RouteQuestion;
import org.waypost.routing.Router.Route;
import org.waypost.topology.Connector.Priority;

/** What a table keeps of address spaces that many connectors share is what a new table finds. */
class KnownExitsTest {
    private static final int MAPS = 60;
    private static final List<String> DOMAINS = List.of("d0.example", "d1.example", "x.sales.d1.example", "other.example");

    @Test
    void aTableThatHasBeenAskedAnswersAsOneThatHasNot() {
        int ways = 0;
        for (int seed = 0; seed < MAPS; seed++) {
            RandomMaps maps = new RandomMaps(seed, new RandomMaps.Shape(4, 8, 60, 300, 2, 30, 60));
            OrganizationMap map = maps.next();
            Random shared = new Random();
            RouteTable table = RouteTable.of(map, "server0", shared);
            Random random = new Random(seed);
            for (int change = 0; change < 5; change++) {
                for (int i = 0; i < 60; i++) {
                    RouteQuestion question = question(random);
                    shared.setSeed(i);
                    Route kept = table.route(question);
                    assertEquals(RouteTable.of(map, "server0", new Random(i)).route(question), kept, "seed " + seed + ": " + question);
                    ways += kept instanceof Route.Via ? 1 : 0;
                }
                map = maps.withOneLinkChanged(map);
                table = table.with(map);
            }
        }
        assertTrue(ways > MAPS * 100, "too few have a way to show anything: " + ways);
    }

    private static RouteQuestion question(Random random) {
        Set<String> listed = random.nextInt(3) == 0 ? Set.of(RandomMaps.REFUSED) : Set.of();
        return new RouteQuestion("server0", random.nextInt(3) == 0, listed, DOMAINS.get(random.nextInt(DOMAINS.size())), Optional.empty(),
                RandomMaps.LIMIT + random.nextInt(2), Priority.NORMAL, Instant.EPOCH, Optional.empty());
    }
}
