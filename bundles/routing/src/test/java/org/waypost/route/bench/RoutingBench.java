package org.waypost.route.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.route.RandomMaps;
import org.waypost.route.RouteTable;
import org.waypost.routing.RouteQuestion;
import org.waypost.routing.Router.Route;
import org.waypost.topology.Connector.Priority;
import org.waypost.topology.Server;

/** The table of a large organization: how long it takes, and how large it is. Not a test: see bench/routing. */
class RoutingBench {
    /** Two address spaces each, and two for all domains; with 100 instead, 340 each and 1,000 for all. */
    private static final int DOMAINS = Integer.getInteger("routing.domains", 50_000);
    /** A connector that is not for mail to the outside has no address spaces; 100,000 are left. */
    static final RandomMaps.Shape SHAPE = new RandomMaps.Shape(1_000, 5_000, 20_000, 115_000, DOMAINS, 2, 5);
    private static final int RUNS = 20;

    private final Random random = new Random(1);
    private final RandomMaps maps = new RandomMaps(1, SHAPE);
    private final OrganizationMap map = maps.next();
    private final List<Server> servers = map.groups().values().stream().flatMap(state -> state.group().servers().stream()).toList();
    private final String self = servers.get(0).name();

    @Test
    void measures() {
        System.out.printf("%d groups, %d servers, %d connectors, %d address spaces%n", map.groups().size(), servers.size(), connectors(), spaces());
        RouteQuestion first = question("local.example", Optional.of(servers.get(servers.size() - 1).name()));
        times("table built and the first route found", RUNS, () -> build(first));
        memory(first);
        RouteTable table = build(first);
        changes(table, first);
    }

    private void changes(RouteTable table, RouteQuestion question) {
        List<OrganizationMap> changed = new ArrayList<>();
        for (int i = 0; i <= 50 * RUNS; i++) {
            changed.add(maps.withOneLinkChanged(i == 0 ? map : changed.get(i - 1)));
        }
        RouteTable[] last = {table};
        int[] at = {0};
        times("one link changed and the next route found", changed.size(), () -> {
            last[0] = last[0].with(changed.get(at[0]++));
            last[0].route(question);
        });
    }

    private RouteTable build(RouteQuestion question) {
        RouteTable table = RouteTable.of(map, self, random);
        assertTrue(table.route(question) instanceof Route.Via);
        return table;
    }

    private void memory(RouteQuestion question) {
        RouteTable[] kept = new RouteTable[8];
        long before = used();
        Arrays.setAll(kept, i -> build(question));
        System.out.printf("memory of a table beside its map: %.1f MiB%n", (used() - before) / 8.0 / (1 << 20));
        assertTrue(Arrays.stream(kept).noneMatch(table -> table.map() != map));
    }

    private static void times(String what, int runs, Runnable work) {
        double[] millis = new double[runs];
        double[] cpu = new double[runs];
        for (int i = 0; i < runs; i++) {
            long begin = System.nanoTime();
            long beginCpu = cpu();
            work.run();
            cpu[i] = (cpu() - beginCpu) / 1e6;
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        System.out.printf("%s, %d times: the first %.1f ms (CPU %.1f), then ", what, runs, millis[0], cpu[0]);
        Arrays.sort(millis);
        Arrays.sort(cpu);
        System.out.printf("median %.2f (CPU %.2f), 95 %% %.2f (%.2f), most %.1f (%.1f)%n", millis[runs / 2], cpu[runs / 2], millis[runs * 95 / 100],
                cpu[runs * 95 / 100], millis[runs - 1], cpu[runs - 1]);
    }

    /** Of this thread, in nanoseconds: what it would take if nothing else ran. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private RouteQuestion question(String domain, Optional<String> server) {
        return new RouteQuestion(self, false, Set.of(), domain, server, 500, Priority.NORMAL, Instant.EPOCH, Optional.empty());
    }

    private int connectors() {
        return map.groups().values().stream().mapToInt(state -> state.group().connectors().size()).sum();
    }

    private int spaces() {
        return map.groups().values().stream().flatMap(state -> state.group().connectors().stream()).mapToInt(connector -> connector.spaces().size()).sum();
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
