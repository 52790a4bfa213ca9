package org.waypost.http.resource;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.waypost.event.EventLog;
import org.waypost.http.account.Accounts;
import org.waypost.http.route.OpenApi;
import org.waypost.http.route.Reply;
import org.waypost.http.route.Route;
import org.waypost.http.route.RouteTable;

/** The one table of all routes. */
public final class AllRoutes {
    private AllRoutes() {
    }

    public static RouteTable of(Admins admins, Accounts accounts, EventLog events, InstantSource clock) {
        Tasks tasks = new Tasks(clock);
        List<Route> described = Stream.of(
                new SessionRoutes(accounts).routes(),
                new TokenRoutes(accounts.tokens(), events).routes(),
                new QueueRoutes(admins.queues()).routes(),
                new MessageRoutes(admins.queues(), tasks, clock).routes(),
                new ServerRoutes(admins.servers()).routes(),
                new ObjectRoutes(admins.objects()).routes(),
                new RecipientRoutes(admins.policies(), admins.updates(), admins.recipients(), tasks).routes(),
                new RoutingRoutes(admins.routes(), clock).routes(),
                new LinkStateRoutes(admins.linkState()).routes(),
                new MetabaseRoutes(admins.metabase()).routes(),
                new DirectoryRoutes(admins.directory(), admins.replication(), tasks).routes(),
                new EventRoutes(admins.events()).routes(),
                new ModuleRoutes(admins.modules(), tasks).routes(),
                new TrackingRoutes(admins.tracking()).routes(),
                new OverviewRoutes(admins.overview(), admins.certificates()).routes(),
                new SecurityRoutes(admins.lockdown(), admins.doctor()).routes(),
                new TaskRoutes(tasks).routes()).flatMap(List::stream).toList();
        return withDescription(described);
    }

    /** The description describes its own route too. */
    private static RouteTable withDescription(List<Route> described) {
        Route[] own = new Route[1];
        own[0] = Route.get("/openapi.json", "Describes this interface by OpenAPI 3.",
                call -> Reply.ok(OpenApi.of(table(described, own[0]))));
        return table(described, own[0]);
    }

    private static RouteTable table(List<Route> described, Route own) {
        return new RouteTable(Stream.concat(described.stream(), Stream.of(own)).toList());
    }
}
