package org.waypost.admin.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.waypost.admin.Answer;
import org.waypost.admin.RouteAdmin.Row;
import org.waypost.admin.RouteAdmin.Table;
import org.waypost.linkstate.GroupState;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.routing.RouteExplanation;
import org.waypost.routing.RouteQuestion;
import org.waypost.routing.Router.Route;
import org.waypost.topology.AddressSpace;
import org.waypost.topology.Connector.Priority;
import org.waypost.topology.RoutingGroup;
import org.waypost.topology.Server;

/**
 * Makes the table of a server's routes by asking for each.
 *
 * @param explain asked once for each row, so that the service behind it may be replaced meanwhile
 * @param late whether a person has waited long enough, so that no more rows are made
 */
record TableMaker(OrganizationMap map, String server, Instant time, Function<RouteQuestion, Answer<RouteExplanation>> explain,
        BooleanSupplier late) {
    Answer<Table> make(int limit) {
        List<RoutingGroup> others = others();
        Set<String> patterns = patterns();
        SampleDomains samples = new SampleDomains(patterns);
        return Answers.then(rows(others, limit, this::group), groups -> Answers.then(
                rows(patterns, limit - groups.size(), pattern -> space(pattern, samples)), spaces -> new Answer.Ok<>(
                        new Table(server, groups, spaces, groups.size() + spaces.size() < others.size() + patterns.size()))));
    }

    private List<RoutingGroup> others() {
        return map.groups().values().stream().map(GroupState::group).filter(group -> !isOwn(group))
                .sorted((one, other) -> one.name().compareToIgnoreCase(other.name())).toList();
    }

    private boolean isOwn(RoutingGroup group) {
        return group.servers().stream().map(Server::name).anyMatch(server::equalsIgnoreCase);
    }

    /** Those that this server may use. */
    private Set<String> patterns() {
        return map.groups().values().stream().map(GroupState::group).flatMap(group -> group.connectors().stream()
                .filter(connector -> !connector.ofGroupOnly() || isOwn(group)))
                .flatMap(connector -> connector.spaces().stream().map(AddressSpace::pattern)).collect(Collectors.toCollection(TreeSet::new));
    }

    private Answer<Row> group(RoutingGroup group) {
        return group.servers().isEmpty() ? none(group.name(), "The routing group has no server.")
                : row(group.name(), group.servers().get(0).name(), Optional.of(group.servers().get(0).name()));
    }

    private Answer<Row> space(String pattern, SampleDomains samples) {
        return samples.of(pattern).map(domain -> row(pattern, domain, Optional.empty()))
                .orElseGet(() -> none(pattern, "More specific address spaces seem to cover all of it."));
    }

    private Answer<Row> row(String to, String sample, Optional<String> target) {
        RouteQuestion question = new RouteQuestion(server, false, Set.of(), sample, target, 0, Priority.NORMAL, time, Optional.empty());
        return Answers.then(explain.apply(question),
                told -> new Answer.Ok<>(new Row(to, sample, told.route(), told.reason(), told.path())));
    }

    private static Answer<Row> none(String to, String reason) {
        return new Answer.Ok<>(new Row(to, "", new Route.Unreachable(reason), reason, List.of()));
    }

    private <T> Answer<List<Row>> rows(Collection<T> of, int limit, Function<T, Answer<Row>> maker) {
        List<Row> rows = new ArrayList<>();
        for (T one : of) {
            if (rows.size() == limit || late.getAsBoolean()) {
                return new Answer.Ok<>(rows);
            }
            Answer<Row> row = maker.apply(one);
            if (row instanceof Answer.Refused<Row> refused) {
                return refused.forwarded();
            }
            rows.add(((Answer.Ok<Row>) row).value());
        }
        return new Answer.Ok<>(rows);
    }
}
