package org.waypost.route.bench;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.route.RandomMaps;
import org.waypost.route.RouteTable;
import org.waypost.routing.RouteQuestion;
import org.waypost.routing.Router.Route;
import org.waypost.topology.Connector.Priority;
import org.waypost.topology.Server;

/** How long a next hop takes in a large organization, by JMH. Not a test: see bench/routing. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class NextHopBench {
    private static final int QUESTIONS = 1 << 14;

    private RouteTable table;
    private List<RouteQuestion> inside;
    private List<RouteQuestion> outside;
    private List<RouteQuestion> others;
    private int next;

    @Test
    void measures() throws RunnerException {
        new Runner(new OptionsBuilder().include(NextHopBench.class.getName()).forks(1).warmupIterations(5).measurementIterations(10)
                .warmupTime(TimeValue.seconds(1)).measurementTime(TimeValue.seconds(1))
                .jvmArgs("-Xmx1g", "-Drouting.domains=" + RoutingBench.SHAPE.domains()).build()).run();
    }

    @Setup
    public void organization() {
        Random random = new Random(1);
        OrganizationMap map = new RandomMaps(1, RoutingBench.SHAPE).next();
        List<Server> servers = map.groups().values().stream().flatMap(state -> state.group().servers().stream()).toList();
        String self = servers.get(0).name();
        table = RouteTable.of(map, self, random);
        inside = random.ints(QUESTIONS, 0, servers.size())
                .mapToObj(i -> question(self, "local.example", Optional.of(servers.get(i).name()))).toList();
        outside = outside(self, random, "d%d.example");
        others = outside(self, random, "other%d.example");
    }

    @Benchmark
    public Route inside() {
        return route(inside);
    }

    @Benchmark
    public Route outsideByASpaceOfOneDomain() {
        return route(outside);
    }

    @Benchmark
    public Route outsideByAsterisk() {
        return route(others);
    }

    private Route route(List<RouteQuestion> questions) {
        return table.route(questions.get(next++ & QUESTIONS - 1));
    }

    private static List<RouteQuestion> outside(String self, Random random, String form) {
        return random.ints(QUESTIONS, 0, RoutingBench.SHAPE.domains())
                .mapToObj(i -> question(self, form.formatted(i), Optional.empty())).toList();
    }

    private static RouteQuestion question(String self, String domain, Optional<String> server) {
        return new RouteQuestion(self, false, Set.of(), domain, server, 500, Priority.NORMAL, Instant.EPOCH, Optional.empty());
    }
}
