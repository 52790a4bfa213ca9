package org.waypost.admin.core;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.waypost.admin.Answer;
import org.waypost.admin.ConnectorView;
import org.waypost.admin.RouteAdmin;
import org.waypost.directory.Recipients;
import org.waypost.event.EventLog;
import org.waypost.format.host.DomainFormat;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.mail.Address;
import org.waypost.routing.RouteExplainer;
import org.waypost.routing.RouteExplanation;
import org.waypost.routing.RouteQuestion;
import org.waypost.service.Gate;
import org.waypost.topology.Server;

/** Routes for people. */
public class RouteUseCases extends UseCases<RouteExplainer> implements RouteAdmin {
    private static final int MAX_LIMIT = 10_000;

    private final HomeServers homes;
    private final InstantSource clock;
    private final Duration wait;

    /**
     * @param recipients whose servers are looked up
     * @param wait for an answer, positive; the table has the rows that were made in it
     */
    public RouteUseCases(Gate<RouteExplainer> routes, Gate<Recipients> recipients, EventLog events, InstantSource clock, Duration wait) {
        super(routes, events, new Patience("The routing", wait, LinkStateUseCases.NEEDS_DIRECTORY));
        this.homes = new HomeServers(recipients, wait);
        this.clock = clock;
        this.wait = wait;
    }

    @Override
    public Answer<RouteExplanation> explain(RouteRequest request) {
        if (request.size() < 0) {
            return new Answer.Refused<>("The size must be 0 octets or more, not " + request.size() + ".");
        }
        return Answers.then(place(request.offline(), request.from()), place -> Answers.then(addresses(request), addresses ->
                Answers.then(server(request, addresses, place.map()), server -> explain(request, addresses, place, server))));
    }

    private Answer<RouteExplanation> explain(RouteRequest request, Addresses addresses, Place place, Optional<String> server) {
        Optional<Answer.Refused<RouteExplanation>> unknown = request.previous().filter(name -> place.map().server(name).isEmpty())
                .map(RouteUseCases::noServer);
        return unknown.isPresent() ? unknown.get() : ask(routes -> routes.listed(place.map(), addresses.sender()).thenApply(listed ->
                routes.explain(place.map(), new RouteQuestion(place.server(), addresses.sender().isEmpty(), listed, addresses.domain(),
                        server, request.size(), request.priority(), request.time(), request.previous()))), Answer.Ok::new);
    }

    private Answer<Optional<String>> server(RouteRequest request, Addresses addresses, OrganizationMap map) {
        return request.server().isEmpty() ? homes.of(addresses.recipient(), map) : request.server().flatMap(map::server)
                .<Answer<Optional<String>>>map(server -> new Answer.Ok<>(Optional.of(server.name())))
                .orElseGet(() -> noServer(request.server().get()));
    }

    @Override
    public Answer<Table> table(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            return new Answer.Refused<>("The limit must be from 1 to " + MAX_LIMIT + ", not " + limit + ".");
        }
        Instant now = clock.instant();
        return Answers.then(place(Optional.empty(), Optional.empty()), place -> new TableMaker(place.map(), place.server(), now,
                question -> look(routes -> routes.explain(place.map(), question)),
                () -> clock.instant().isAfter(now.plus(wait))).make(limit));
    }

    @Override
    public Answer<List<ConnectorView>> connectors(Optional<OrganizationMap> offline) {
        return Answers.then(map(offline), map -> new Answer.Ok<>(ConnectorViews.of(map)));
    }

    private Answer<OrganizationMap> map(Optional<OrganizationMap> offline) {
        return offline.<Answer<OrganizationMap>>map(Answer.Ok::new).orElseGet(() -> look(RouteExplainer::map));
    }

    /** @param from empty for this server */
    private Answer<Place> place(Optional<OrganizationMap> offline, Optional<String> from) {
        Answer<String> name = from.<Answer<String>>map(Answer.Ok::new).orElseGet(() -> look(RouteExplainer::server));
        return Answers.then(name, server -> Answers.then(map(offline), map -> map.server(server).map(Server::name)
                .<Answer<Place>>map(known -> new Answer.Ok<>(new Place(map, known))).orElseGet(() -> map.groups().isEmpty() ? noGroups() : noServer(server))));
    }

    private static Answer<Place> noGroups() {
        return new Answer.Refused<>("There are no routing groups to route by yet; linkstate:show tells what this server knows.");
    }

    private static <R> Answer.Refused<R> noServer(String name) {
        return Answer.Refused.unknown("No routing group has a server " + name + "; linkstate:show shows all that have one.");
    }

    private static Answer<Addresses> addresses(RouteRequest request) {
        Answer<Address> recipient = Answers.address(request.recipient());
        return Answers.then(recipient, to -> Answers.then(sender(request.sender()), from -> DomainFormat.parse(undotted(to.domain()))
                .<Answer<Addresses>>map(domain -> new Answer.Ok<>(new Addresses(from, to, domain)))
                .orElseGet(() -> new Answer.Refused<>("\"" + to.domain() + "\" is no domain, which is like example.com."))));
    }

    private static Answer<Optional<Address>> sender(Optional<String> text) {
        return text.map(given -> Answers.then(Answers.address(given), from -> (Answer<Optional<Address>>) new Answer.Ok<>(Optional.of(from))))
                .orElseGet(() -> new Answer.Ok<>(Optional.empty()));
    }

    private static String undotted(String domain) {
        return domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
    }

    /** Where it is routed: by which map, at which server. */
    private record Place(OrganizationMap map, String server) {}

    /** @param domain of the recipient, in A-labels */
    private record Addresses(Optional<Address> sender, Address recipient, String domain) {}
}
