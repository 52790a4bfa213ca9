package org.waypost.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.route.layout.Layout;
import org.waypost.route.layout.LinkView;
import org.waypost.route.path.PathTree;
import org.waypost.route.path.Paths;
import org.waypost.route.path.Trace;
import org.waypost.route.path.Traffic;
import org.waypost.routing.NextHop;
import org.waypost.routing.RouteExplanation;
import org.waypost.routing.RouteExplanation.Hop;
import org.waypost.routing.RouteQuestion;
import org.waypost.routing.Router.Route;
import org.waypost.topology.Connector.Priority;
import org.waypost.topology.Server;

/** The total that is chosen is the least that any path has, as trying all of them shows. */
class PathPropertyTest {
    private static final int MAPS = 400;

    @Test
    void isTheCheapestInside() {
        int reached = 0;
        for (int seed = 0; seed < MAPS; seed++) {
            reached += checkInside(RandomMaps.small(seed).next(), new Random(seed));
        }
        assertTrue(reached > MAPS, "too few can be reached to show anything: " + reached);
    }

    @Test
    void isTheCheapestOfTheMostSpecificOutside() {
        int reached = 0;
        for (int seed = 0; seed < MAPS; seed++) {
            reached += checkOutside(RandomMaps.small(seed).next(), new Random(seed));
        }
        assertTrue(reached > MAPS, "too few can be reached to show anything: " + reached);
    }

    /** Paths that took over what they could from those before are as good as new ones. */
    @Test
    void isTheCheapestAfterEachChange() {
        int taken = 0;
        for (int seed = 0; seed < MAPS; seed++) {
            RandomMaps maps = RandomMaps.small(seed);
            Random random = new Random(seed);
            OrganizationMap map = maps.next();
            Layout layout = Layout.of(map);
            Traffic traffic = Traffic.of(question(random, "", "local.example", Optional.empty()));
            Paths paths = new Paths(layout, new LinkView(map), 0);
            for (int change = 0; change < 20; change++) {
                PathTree anew = new Paths(layout, new LinkView(map), 0).of(traffic, Trace.NONE);
                PathTree kept = paths.of(traffic, Trace.NONE);
                for (int site = 0; site < layout.sites().size(); site++) {
                    assertEquals(anew.total(site), kept.total(site), "seed " + seed);
                    assertEquals(Set.copyOf(anew.firsts(site)), Set.copyOf(kept.firsts(site)), "seed " + seed);
                }
                map = random.nextInt(3) == 0 ? maps.changed(map) : maps.withOneLinkChanged(map);
                paths = paths.with(new LinkView(map));
                taken += paths.of(traffic, Trace.NONE) == kept ? 1 : 0;
            }
        }
        assertTrue(taken > 10 * MAPS, "more is searched again than must be, for only so many were taken over: " + taken);
    }

    private static int checkInside(OrganizationMap map, Random random) {
        List<Server> servers = servers(map);
        int reached = 0;
        for (GroupState from : map.groups().values()) {
            String start = any(from.group().servers(), random).name();
            RouteTable table = RouteTable.of(map, start, random);
            Server target = any(servers, random);
            if (!from.group().servers().contains(target)) {
                RouteQuestion question = question(random, start, "local.example", Optional.of(target.name()));
                OptionalInt expected = new AllPaths(map, question).inside(from, map.groupOf(target.id()).orElseThrow().id());
                assertEquals(expected, total(table.explain(question)), () -> question + " in " + map);
                reached += expected.isPresent() ? 1 : 0;
            }
        }
        return reached;
    }

    private static int checkOutside(OrganizationMap map, Random random) {
        int reached = 0;
        for (GroupState from : map.groups().values()) {
            String start = any(from.group().servers(), random).name();
            RouteTable table = RouteTable.of(map, start, random);
            for (String domain : List.of("d0.example", "d1.example", "x.sales.d1.example", "other.example")) {
                RouteQuestion question = question(random, start, domain, Optional.empty());
                RouteExplanation found = table.explain(question);
                if (!(found.route() instanceof Route.Via via && via.hop() instanceof NextHop.Domain)) {
                    OptionalInt expected = new AllPaths(map, question).outside(from, domain);
                    assertEquals(expected, total(found), () -> question + " in " + map);
                    reached += expected.isPresent() ? 1 : 0;
                }
            }
        }
        return reached;
    }

    /** Checks that the hops join, and tells what they cost in all. */
    private static OptionalInt total(RouteExplanation found) {
        List<Hop> path = found.path();
        for (int i = 1; i < path.size(); i++) {
            assertEquals(path.get(i - 1).to(), path.get(i).from());
        }
        return path.isEmpty() ? OptionalInt.empty() : OptionalInt.of(path.get(path.size() - 1).total());
    }

    private static RouteQuestion question(Random random, String from, String domain, Optional<String> server) {
        Set<String> listed = random.nextInt(4) == 0 ? Set.of(RandomMaps.REFUSED) : Set.of();
        long size = RandomMaps.LIMIT + random.nextInt(2);
        return new RouteQuestion(from, random.nextInt(4) == 0, listed, domain, server, size, Priority.NORMAL, Instant.EPOCH, Optional.empty());
    }

    private static List<Server> servers(OrganizationMap map) {
        return map.groups().values().stream().flatMap(state -> state.group().servers().stream()).toList();
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
