package org.waypost.queue.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.delivery.Delivery.Target;
import org.waypost.delivery.Outcome;
import org.waypost.mail.EnhancedStatus;
import org.waypost.mail.Message;
import org.waypost.routing.NextHop;
import org.waypost.routing.Router;
import org.waypost.routing.Router.Route;
import org.waypost.text.Counted;

/** Asks the router for the next hop of what is not local, unless it went through too many servers already. What has no way at present waits apart and is asked again. */
final class RouteStage {
    private static final int MAX_ASKED = 1_000;
    private static final EnhancedStatus IN_A_CIRCLE = new EnhancedStatus(5, 4, 6);

    private final Core core;
    private final Dispatcher dispatcher;
    private final Settlement settlement;
    private final JobQueue queue;
    /** Counts the changes of routes. */
    private int routes;

    RouteStage(Core core, Dispatcher dispatcher, Settlement settlement) {
        this.core = core;
        this.dispatcher = dispatcher;
        this.settlement = settlement;
        this.queue = core.queues().route();
    }

    void turn() {
        while (queue.hasReady() && queue.workingCount() < MAX_ASKED && core.services().router().isOpen()) {
            queue.take().ifPresent(this::ask);
        }
    }

    /** Routes changed: all that is not under way is asked about again. What an administrator holds stays. */
    void routesChanged() {
        routes++;
        List<Job> movable = new ArrayList<>();
        for (LinkQueue link : core.queues().links()) {
            if (!link.isHeldByName() && !(link.hop() instanceof NextHop.Local)) {
                link.forEach(job -> movable.add(job));
            }
        }
        if (!core.queues().unreachable().isHeldByName()) {
            core.queues().unreachable().forEach(movable::add);
        }
        movable.removeIf(job -> job.queue().isWorkingOn(job));
        movable.forEach(queue::putReady);
        // Whether a link is up is the router's to know: it has been asked.
        core.queues().pruneIf(link -> link.hop() instanceof NextHop.Link);
    }

    /** A delivery under way is not disturbed: if it comes to nothing it is asked about then. @return whether it goes by other routes */
    boolean takeOutdated(Job job, LinkQueue link) {
        boolean outdated = job.routes() != routes && !link.isHeldByName() && !(link.hop() instanceof NextHop.Local);
        if (outdated) {
            queue.putReady(job);
        }
        return outdated;
    }

    private void ask(Job job) {
        OptionalInt hops = job.entry().hops();
        if (hops.isEmpty()) {
            count(job);
        } else if (hops.getAsInt() > core.settings().get().maxHops()) {
            refuse(job, hops.getAsInt());
        } else {
            askRouter(job);
        }
    }

    private void count(Job job) {
        int ticket = job.moves();
        QueuedEntry entry = job.entry();
        HopCount.of(entry.message(), core.content(entry.message())).whenComplete((hops, failure) -> core.executor().execute(() -> {
            if (failure == null) {
                entry.hops(hops);
            }
            if (job.moves() == ticket && failure == null) {
                ask(job);
            } else if (job.moves() == ticket) {
                answered(job, List.of(), failure);
            }
        }));
    }

    private void refuse(Job job, int hops) {
        String reason = "The message has passed " + Counted.of(hops, "server") + ", more than "
                + core.settings().get().maxHops() + ": it goes in a circle";
        settlement.settleAll(job, new Outcome(Outcome.Kind.FAILED, IN_A_CIRCLE, reason, "", false), true, () -> { });
    }

    private void askRouter(Job job) {
        int ticket = job.moves();
        job.routes(routes);
        core.services().router().call(router -> routes(router, job))
                .whenComplete((found, failure) -> core.executor().execute(() -> {
                    if (job.moves() == ticket && job.routes() != routes) {
                        queue.putReady(job);
                    } else if (job.moves() == ticket) {
                        answered(job, found, failure);
                    }
                }));
    }

    private static CompletionStage<List<Route>> routes(Router router, Job job) {
        Message message = job.entry().message();
        List<Target> targets = job.targets();
        if (targets.size() == 1) {
            return router.route(message, targets.get(0).recipient().address(), job.server()).thenApply(List::of);
        }
        List<CompletableFuture<Route>> asked = targets.stream()
                .map(target -> router.route(message, target.recipient().address(), job.server()).toCompletableFuture()).toList();
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
                .thenApply(nothing -> asked.stream().map(CompletableFuture::join).toList());
    }

    private void answered(Job job, List<Route> routes, Throwable failure) {
        if (failure != null && Failures.isAway(failure)) {
            queue.reason(Failures.text(failure));
            queue.putWaiting(job, job.returned(core.now()));
        } else if (failure != null) {
            Instant due = core.retryAfter(job.failedAgain());
            queue.reason(Failures.text(failure));
            queue.putWaiting(job, due);
            core.trail().routeDeferred(job, Failures.text(failure), job.tries() == 1);
            core.events().report(QueueEvent.ROUTER_RETRY, job.entry().message().id(), Failures.text(failure), due);
        } else if (routes.size() == 1) {
            goOn(job, routes);
        } else {
            sort(job, routes);
        }
    }

    /** Recipients with the same next hop go on together. */
    private void sort(Job job, List<Route> routes) {
        Map<Object, List<Integer>> ways = new LinkedHashMap<>();
        for (int i = 0; i < routes.size(); i++) {
            Route route = routes.get(i);
            Object way = route instanceof Route.Via via ? via.hop().queue() : route.getClass();
            ways.computeIfAbsent(way, key -> new ArrayList<>()).add(i);
        }
        List<Target> targets = job.targets();
        for (List<Integer> way : ways.values()) {
            List<Route> own = way.stream().map(routes::get).toList();
            goOn(part(job, way.stream().map(targets::get).toList()), own);
        }
    }

    private Job part(Job job, List<Target> targets) {
        if (targets.size() == job.targets().size()) {
            return job;
        }
        Job part = job.entry().split(job, targets);
        part.hop(job.hop());
        part.server(job.server());
        part.routes(job.routes());
        queue.putWorking(part);
        return part;
    }

    /** @param routes of one kind */
    private void goOn(Job job, List<Route> routes) {
        Route first = routes.get(0);
        if (first instanceof Route.Via via) {
            dispatcher.admit(job, via.hop());
        } else if (first instanceof Route.Unreachable unreachable) {
            if (!job.isLost()) {
                core.trail().routeDeferred(job, unreachable.reason(), job.tries() == 0);
            }
            job.loseWay();
            core.queues().unreachable().reason(unreachable.reason());
            core.queues().unreachable().putWaiting(job, core.retryAfter(job.failedAgain()));
        } else {
            settlement.settle(job, routes.stream().map(RouteStage::rejected).toList(), true, () -> { });
        }
    }

    private static Outcome rejected(Route route) {
        Route.Reject reject = (Route.Reject) route;
        return new Outcome(Outcome.Kind.FAILED, reject.status(), reject.reason(), "", false);
    }
}
