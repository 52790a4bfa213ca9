package org.waypost.http.resource;

import java.util.List;
import org.waypost.admin.LinkStateAdmin;
import org.waypost.http.account.Role;
import org.waypost.http.route.Parameter;
import org.waypost.http.route.Reply;
import org.waypost.http.route.Route;

/** Link state. */
record LinkStateRoutes(Late<LinkStateAdmin> admin) {
    List<Route> routes() {
        return List.of(
                Route.get("/linkstate", "Tells how this server takes part in link state.",
                        call -> Reply.of(admin.ask(LinkStateAdmin::status))),
                Route.get("/linkstate/map", "Shows the routing groups, servers and connectors as this server knows them.",
                        call -> Reply.of(admin.ask(LinkStateAdmin::map), GroupView.Map::of)),
                Route.put(Role.ADMINISTER, "/linkstate/groups/{group}/master", "Makes another member the master of a routing group.",
                        call -> Reply.of(admin.ask(a -> a.moveMaster(call.text("group"), call.text("server")))),
                        Parameter.path("group", "Name of the routing group"), Parameter.body("server", "Name of the member")),
                Route.post(Role.ADMINISTER, "/linkstate/join", "Makes this server one of the organization.",
                        call -> Reply.of(admin.ask(LinkStateAdmin::join))));
    }
}
