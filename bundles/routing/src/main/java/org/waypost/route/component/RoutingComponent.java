package org.waypost.route.component;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.waypost.categorizer.SenderLists;
import org.waypost.event.EventLog;
import org.waypost.event.LateEventLog;
import org.waypost.linkstate.LateLinkStates;
import org.waypost.linkstate.LinkStates;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.mail.Address;
import org.waypost.route.RouteEvent;
import org.waypost.route.service.MapRouter;
import org.waypost.routing.RouteExplainer;
import org.waypost.routing.RouteExplanation;
import org.waypost.routing.RouteQuestion;
import org.waypost.service.Gate;
import org.waypost.topology.RoutingGroup;

/** Explains routes, and routes from when a map is known in which this server is a member of a routing group. */
@Component(service = RouteExplainer.class, immediate = true)
public final class RoutingComponent implements RouteExplainer {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int WAITING = 10_000;

    private final LateEventLog events = new LateEventLog();
    private final Gate<SenderLists> lists = new Gate<>("lists of senders", PATIENCE, WAITING, Runnable::run);
    private final LateLinkStates linkStates = new LateLinkStates(this::mapChanged);
    private final MapRouter router = new MapRouter(linkStates::present, (sender, dns) -> lists.call(present -> present.listed(sender, dns)),
            InstantSource.system(), new Random(new SecureRandom().nextLong()));
    private final Announcement announcement;
    private String server = "";

    @Activate
    public RoutingComponent(BundleContext context) {
        announcement = new Announcement(context, router);
    }

    @Deactivate
    void deactivate() {
        announcement.end();
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindLinkStates(LinkStates found) {
        linkStates.bind(found);
    }

    void unbindLinkStates(LinkStates lost) {
        linkStates.unbind(lost);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindSenderLists(SenderLists found) {
        lists.bind(found);
    }

    void unbindSenderLists(SenderLists lost) {
        lists.unbind(lost);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindEventLog(EventLog log) {
        events.bind(log);
    }

    void unbindEventLog(EventLog log) {
        events.unbind(log);
    }

    @Override
    public OrganizationMap map() {
        return router.map();
    }

    @Override
    public String server() {
        return router.server();
    }

    @Override
    public RouteExplanation explain(OrganizationMap map, RouteQuestion question) {
        return router.explain(map, question);
    }

    @Override
    public CompletionStage<Set<String>> listed(OrganizationMap map, Optional<Address> sender) {
        return router.listed(map, sender);
    }

    private synchronized void mapChanged() {
        server = linkStates.present().map(states -> states.status().server()).filter(name -> !name.isEmpty()).orElse(server);
        OrganizationMap map = linkStates.get();
        router.take(map, server);
        Optional<RoutingGroup> group = map.server(server).flatMap(self -> map.groupOf(self.id()));
        if (group.isPresent() && announcement.routes(map.digest())) {
            events.report(RouteEvent.TAKES_OVER, map.digest(), map.groups().size(), server, group.get().name());
        }
    }
}
