package org.waypost.admin.shell.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waypost.admin.Answer;
import org.waypost.admin.ConnectorView;
import org.waypost.admin.LinkStateAdmin;
import org.waypost.admin.RouteAdmin;
import org.waypost.linkstate.LinkStateStatus;
import org.waypost.linkstate.LinkStateStatus.Measured;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.routing.RouteExplanation;

/** Answers out of {@link Sample}, and keeps what it was asked. */
final class MemoryAdmin implements RouteAdmin, LinkStateAdmin {
    static final LinkStateStatus STATUS = new LinkStateStatus("n1", "North", "MASTER", "n1", "ab12", List.of("n2"),
            List.of(new Measured("To South", "TRYING", "no \u001banswer", Instant.parse("2026-01-01T12:00:00Z"), Optional.empty())),
            List.of("The change of To South waits."));

    final List<RouteRequest> asked = new ArrayList<>();
    final List<String> done = new ArrayList<>();

    @Override
    public Answer<RouteExplanation> explain(RouteRequest request) {
        asked.add(request);
        return new Answer.Ok<>(Sample.OVER_SOUTH);
    }

    @Override
    public Answer<Table> table(int limit) {
        RouteExplanation told = Sample.OVER_SOUTH;
        return new Answer.Ok<>(new Table("n1", List.of(new Row("South", "s1", told.route(), told.reason(), told.path())),
                List.of(new Row("*.x", "", Sample.TOO_LARGE.route(), "too large", List.of())), limit < 2));
    }

    @Override
    public Answer<List<ConnectorView>> connectors(Optional<OrganizationMap> offline) {
        return new Answer.Ok<>(offline.equals(Optional.of(OrganizationMap.EMPTY)) ? List.of() : Sample.CONNECTORS);
    }

    @Override
    public Answer<LinkStateStatus> status() {
        return new Answer.Ok<>(STATUS);
    }

    @Override
    public Answer<OrganizationMap> map() {
        return new Answer.Ok<>(Sample.MAP);
    }

    @Override
    public Answer<String> moveMaster(String group, String server) {
        done.add("master " + group + " " + server);
        return new Answer.Ok<>("Moved.");
    }

    @Override
    public Answer<String> join() {
        done.add("join");
        return new Answer.Ok<>("Joined.");
    }

    @Override
    public Answer<String> write(OrganizationMap map) {
        return new Answer.Ok<>("map " + map.digest());
    }

    @Override
    public Answer<OrganizationMap> read(String text) {
        return text.equals("map ab12") ? new Answer.Ok<>(Sample.MAP) : text.equals("empty") ? new Answer.Ok<>(OrganizationMap.EMPTY)
                : new Answer.Refused<>("That is no map.");
    }
}
