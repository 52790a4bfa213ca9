package org.waypost.route.service;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.waypost.categorizer.SenderLists;
import org.waypost.format.host.DomainFormat;
import org.waypost.linkstate.LinkStates;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.mail.Address;
import org.waypost.mail.EnhancedStatus;
import org.waypost.mail.Message;
import org.waypost.route.RouteTable;
import org.waypost.routing.NextHop;
import org.waypost.routing.RouteExplainer;
import org.waypost.routing.RouteExplanation;
import org.waypost.routing.RouteQuestion;
import org.waypost.routing.Router;
import org.waypost.topology.Connector.Priority;

/** Routes by the map in force. Any thread; returns at once. */
public final class MapRouter implements Router, RouteExplainer {
    private static final CompletionStage<Set<String>> NOT_ASKED = CompletableFuture.completedStage(Set.of());
    private static final Route NO_DOMAIN = new Route.Reject(new EnhancedStatus(5, 4, 4), "The address has no domain");

    private final Supplier<Optional<LinkStates>> linkStates;
    private final SenderLists lists;
    private final InstantSource clock;
    private final RandomGenerator random;
    private volatile RouteTable table;

    /** @param random for any thread, as {@link java.util.Random} is */
    public MapRouter(Supplier<Optional<LinkStates>> linkStates, SenderLists lists, InstantSource clock, RandomGenerator random) {
        this.linkStates = linkStates;
        this.lists = new KnownLists(lists, clock);
        this.clock = clock;
        this.random = random;
        table = RouteTable.of(OrganizationMap.EMPTY, "", random);
    }

    /** Routes by this map from now. @param server the name of this server */
    public synchronized void take(OrganizationMap map, String server) {
        table = table.server().equals(server) ? table.with(map) : RouteTable.of(map, server, random);
    }

    @Override
    public CompletionStage<Route> route(Message message, Address recipient, Optional<String> server) {
        RouteTable now = table;
        if (recipient.domain().isEmpty() && server.isEmpty()) {
            return CompletableFuture.completedStage(NO_DOMAIN);
        }
        // The null reverse-path passes sender rules.
        CompletionStage<Set<String>> listed = message.sender().isEmpty() ? NOT_ASKED : lists.listed(message.originator(), now.ruleNames());
        return listed.thenApply(dns -> now.route(question(now.server(), message, recipient, server, dns)));
    }

    private RouteQuestion question(String from, Message message, Address recipient, Optional<String> server, Set<String> listed) {
        Optional<String> previous = Optional.of(message.origin().server()).filter(name -> !name.isEmpty());
        String domain = DomainFormat.parse(recipient.domain()).orElse(recipient.domain());
        return new RouteQuestion(from, message.sender().isEmpty(), listed, domain, server, message.size(), Priority.NORMAL, clock.instant(),
                previous);
    }

    @Override
    public void failed(NextHop hop, String reason) {
        tell(hop, (states, connector) -> states.failed(connector, reason));
    }

    @Override
    public void reached(NextHop hop) {
        tell(hop, LinkStates::reached);
    }

    /** A colleague of the own group and a connector by mail exchangers have no state. */
    private void tell(NextHop hop, News news) {
        Optional<UUID> connector = hop instanceof NextHop.Link link ? link.id() : Optional.empty();
        connector.ifPresent(id -> linkStates.get().ifPresent(states -> news.of(states, id)));
    }

    @Override
    public OrganizationMap map() {
        return table.map();
    }

    @Override
    public String server() {
        return table.server();
    }

    @Override
    public RouteExplanation explain(OrganizationMap map, RouteQuestion question) {
        return table(map, question.from()).explain(question);
    }

    @Override
    public CompletionStage<Set<String>> listed(OrganizationMap map, Optional<Address> sender) {
        return lists.listed(sender, table(map, table.server()).ruleNames());
    }

    private RouteTable table(OrganizationMap map, String from) {
        RouteTable now = table;
        return now.map() == map && now.server().equalsIgnoreCase(from) ? now : RouteTable.of(map, from, random);
    }

    /** What is told of a connector's link at this server. */
    private interface News {
        void of(LinkStates states, UUID connector);
    }
}
