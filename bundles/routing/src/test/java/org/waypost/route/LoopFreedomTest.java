package org.waypost.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.routing.NextHop;
import org.waypost.routing.RouteQuestion;
import org.waypost.routing.Router.Route;
import org.waypost.topology.Connector.Priority;
import org.waypost.topology.Server;

/** With one map on all servers a message gets to its end from wherever it starts, and is nowhere twice. */
class LoopFreedomTest {
    private static final int MAPS = 400;

    @Test
    void endsAtTheRecipientsServer() {
        int arrived = 0;
        for (int seed = 0; seed < MAPS; seed++) {
            OrganizationMap map = RandomMaps.small(seed).next();
            Map<String, RouteTable> tables = tables(map, seed);
            Random random = new Random(seed);
            String target = List.copyOf(tables.keySet()).get(random.nextInt(tables.size()));
            for (String start : tables.keySet()) {
                List<String> way = follow(tables, start, "local.example", Optional.of(target));
                if (way.size() > 1) {
                    assertEquals(target, way.get(way.size() - 1), () -> "from " + start + " to " + target + ": " + way);
                    arrived++;
                }
            }
        }
        assertTrue(arrived > 10 * MAPS / 4, "too few arrive to show anything: " + arrived);
    }

    @Test
    void endsAtAnExit() {
        int left = 0;
        for (int seed = 0; seed < MAPS; seed++) {
            OrganizationMap map = RandomMaps.small(seed).next();
            Map<String, RouteTable> tables = tables(map, seed);
            for (String domain : List.of("d0.example", "x.sales.d1.example", "other.example")) {
                for (String start : tables.keySet()) {
                    left += follow(tables, start, domain, Optional.empty()).size() > 2 ? 1 : 0;
                }
            }
        }
        assertTrue(left > MAPS, "too few leave to show anything: " + left);
    }

    /** @return the servers that the message comes to, and {@code ""} when it leaves the organization at the end */
    private static List<String> follow(Map<String, RouteTable> tables, String start, String domain, Optional<String> target) {
        List<String> way = new ArrayList<>(List.of(start));
        String at = start;
        while (!at.isEmpty() && !target.equals(Optional.of(at))) {
            Optional<String> previous = way.size() > 1 ? Optional.of(way.get(way.size() - 2)) : Optional.empty();
            Route route = tables.get(at).route(new RouteQuestion(at, false, Set.of(), domain, target, 500, Priority.NORMAL, Instant.EPOCH, previous));
            if (!(route instanceof Route.Via via)) {
                assertTrue(way.size() == 1, () -> "stuck after " + way + " to " + domain + target + ": " + route);
                return way;
            }
            at = next(via.hop(), tables);
            assertFalse(way.contains(at), () -> "a loop: " + way + " then " + via.hop());
            way.add(at);
        }
        return way;
    }

    /** The server that the first host is, if it is one of the organization. */
    private static String next(NextHop hop, Map<String, RouteTable> tables) {
        if (hop instanceof NextHop.Link link) {
            NextHop.Host host = link.hosts().get(0);
            String name = host.server().orElse(host.host());
            return tables.containsKey(name) ? name : "";
        }
        return "";
    }

    private static Map<String, RouteTable> tables(OrganizationMap map, long seed) {
        return map.groups().values().stream().flatMap(state -> state.group().servers().stream()).map(Server::name).sorted()
                .collect(Collectors.toMap(Function.identity(), name -> RouteTable.of(map, name, new Random(seed))));
    }
}
