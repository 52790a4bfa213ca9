package org.waypost.route;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.waypost.route.layout.Layout;
import org.waypost.route.layout.LinkView;
import org.waypost.route.layout.Member;
import org.waypost.route.layout.Space;
import org.waypost.route.layout.Way;
import org.waypost.route.path.PathTree;
import org.waypost.route.path.Paths;
import org.waypost.route.path.Trace;
import org.waypost.route.path.Traffic;
import org.waypost.route.path.TrafficClasses;
import org.waypost.routing.NextHop;
import org.waypost.routing.RouteQuestion;
import org.waypost.topology.Server;

/** Finds the way from one server of the organization. Any thread. */
final class Finder {
    private final Layout layout;
    private final LinkView links;
    private final Member self;
    private final Paths paths;
    private final Hops hops;
    private final KnownExits exits;
    private final Bridgeheads bridgeheads;
    private final RandomGenerator random;

    Finder(Layout layout, LinkView links, Member self, RandomGenerator random) {
        this(layout, links, self, new Paths(layout, links, self.site()), new Hops(layout, layout.site(self.site()), random),
                new KnownExits(classes(layout)), random);
    }

    private Finder(Layout layout, LinkView links, Member self, Paths paths, Hops hops, KnownExits exits, RandomGenerator random) {
        this.layout = layout;
        this.links = links;
        this.self = self;
        this.paths = paths;
        this.hops = hops;
        this.exits = exits;
        this.random = random;
        this.bridgeheads = new Bridgeheads(links, self.server().id(), random);
    }

    Finder with(LinkView newLinks) {
        return new Finder(layout, newLinks, self, paths.with(newLinks), hops, exits.forgotten(), random);
    }

    private static TrafficClasses classes(Layout layout) {
        return new TrafficClasses(layout.sites().stream().flatMap(site -> site.ways().stream()).map(Way::connector).toList());
    }

    Decision find(RouteQuestion question, Traffic traffic, Trace trace) {
        if (question.server().isEmpty()) {
            return outside(question, traffic, trace);
        }
        Optional<Member> target = layout.member(question.server().get());
        return target.isEmpty() ? Decision.unreachable("there is no server " + question.server().get() + " in the organization")
                : inside(question, target.get(), traffic, trace);
    }

    private Decision inside(RouteQuestion question, Member target, Traffic traffic, Trace trace) {
        String name = target.server().name();
        if (target.server().id().equals(self.server().id())) {
            return Decision.unreachable("the recipient's server is this one, " + name + ", where it is delivered and not routed");
        }
        if (target.site() == self.site()) {
            return Decision.via(Hops.to(target.server()), name + " is in the same routing group");
        }
        PathTree tree = paths.of(traffic, trace);
        Candidates found = tree.reaches(target.site()) ? Candidates.of(tree.firsts(target.site()).stream()
                .map(way -> new Candidate(way, target.site(), tree.total(target.site()), Optional.empty())).toList())
                : Candidates.none("no path to routing group " + layout.site(target.site()).name() + " is up and takes this message");
        return decide(found, question, traffic, tree, target.server().host());
    }

    private Decision outside(RouteQuestion question, Traffic traffic, Trace trace) {
        List<List<Space>> levels = layout.spaces().matching(question.domain());
        if (levels.isEmpty()) {
            return Decision.via(new NextHop.Domain(question.domain()), "no connector of the organization has an address space for "
                    + question.domain() + ", which goes to its mail exchangers");
        }
        PathTree tree = paths.of(traffic, trace);
        Candidates found = new Exits(links, tree, self.site(), traffic, trace, exits).of(levels);
        return decide(found, question, traffic, tree, question.domain());
    }

    private Decision decide(Candidates found, RouteQuestion question, Traffic traffic, PathTree tree, String destination) {
        if (found.ways().isEmpty()) {
            return Decision.unreachable(found.obstacle());
        }
        Optional<UUID> previous = question.previous().flatMap(layout::member).filter(from -> from.site() == self.site())
                .map(from -> from.server().id());
        if (bridgeheads.isHandOver(found.ways(), previous) && isBridgehead(question, traffic, found.ways().get(0).total())) {
            return Decision.unreachable("this bridgehead's own link is down, and another has handed the message over already");
        }
        return take(bridgeheads.pick(found.ways(), previous), found.ways().size(), traffic, tree, destination);
    }

    /** Whether it would use a link of its own at the same total if those were up. */
    private boolean isBridgehead(RouteQuestion question, Traffic traffic, int total) {
        RouteQuestion first = new RouteQuestion(question.from(), question.system(), question.listed(), question.domain(), question.server(),
                question.size(), question.priority(), question.time(), Optional.empty());
        Optional<Candidate> taken = with(links.upAt(self.server().id())).find(first, traffic, Trace.NONE).taken();
        return taken.filter(own -> own.total() == total && own.first().sources().contains(self.server().id())).isPresent();
    }

    private Decision take(Bridgeheads.Pick pick, int equals, Traffic traffic, PathTree tree, String destination) {
        Candidate candidate = pick.candidate();
        Way way = candidate.first();
        boolean own = pick.bridgehead().equals(self.server().id());
        Server bridgehead = layout.member(pick.bridgehead()).orElseThrow().server();
        NextHop hop = own ? hops.over(way, traffic, host(candidate, destination)) : Hops.to(bridgehead);
        String reason = (own ? "this server" : bridgehead.name()) + " is a source bridgehead of " + way.connector().name()
                + (equals > 1 ? ", one of " + equals + " ways that cost the same" : "")
                + (!own && way.sources().contains(self.server().id()) ? "; this server's own link is down" : "");
        return Decision.via(hop, reason, candidate, tree);
    }

    /** Whose mail exchangers a connector by MX asks for; mail out of another site goes to a bridgehead there first. */
    private String host(Candidate candidate, String destination) {
        if (candidate.exit().isEmpty() || candidate.goal() == self.site()) {
            return destination;
        }
        Way exit = candidate.exit().get().way();
        List<UUID> sources = exit.sources().stream().filter(source -> links.isUp(exit, source)).toList();
        return layout.member(sources.get(random.nextInt(sources.size()))).orElseThrow().server().host();
    }
}
